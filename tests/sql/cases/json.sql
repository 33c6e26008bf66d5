-- JSON · Trino 435

SELECT json_extract_scalar('{"a": {"b": 1}}', '$.a.b'), json_extract_scalar('{"a": {"b": 1}}', '$.a');
-- ["_col0 varchar", "_col1 varchar"]
-- ["1", null]

SELECT json_extract_scalar('{"a": "x"}', '$.a'), json_extract_scalar('{"a": true}', '$.a'), json_extract_scalar('{"a": 1.50}', '$.a'), json_extract_scalar('{"a": null}', '$.a');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["x", "true", "1.50", null]
-- deviates: a number loses zeros at its end

SELECT json_extract_scalar('{"a": [1, 2]}', '$.a[1]'), json_extract_scalar('{"a": [1, 2]}', '$.a[9]');
-- ["_col0 varchar", "_col1 varchar"]
-- ["2", null]

SELECT json_extract_scalar('{"a b": 1}', '$["a b"]'), json_extract_scalar('{"a-b": 1}', '$.a-b');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: '$.a-b'

SELECT json_extract_scalar('{', '$.a');
-- ["_col0 varchar"]
-- [null]

SELECT json_extract_scalar('{"a": 1}', '$.b');
-- ["_col0 varchar"]
-- [null]

SELECT json_extract_scalar('{"a": 1}', 'a');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: 'a'

SELECT json_extract_scalar('{"a": 1}', '$.');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: '$.'

SELECT json_extract_scalar(json_parse('{"a": 1}'), '$.a');
-- ["_col0 varchar"]
-- ["1"]

SELECT json_extract('{"a": {"b": [1, 2]}}', '$.a'), json_extract('{"a": {"b": [1, 2]}}', '$.a.b'), json_extract('{"a": "x"}', '$.a');
-- ["_col0 json", "_col1 json", "_col2 json"]
-- ["{\"b\":[1,2]}", "[1,2]", "\"x\""]

SELECT json_extract('{"a": 1}', '$.b');
-- ["_col0 json"]
-- [null]

SELECT json_extract('{', '$.a');
-- ["_col0 json"]
-- [null]

SELECT json_extract('{"a": [{"b": 1}, {"b": 2}]}', '$.a[*].b');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: '$.a[*].b'

SELECT json_parse('{"b": 1, "a": [1, 2.50, "x", null, true]}');
-- ["_col0 json"]
-- ["{\"a\":[1,2.5,\"x\",null,true],\"b\":1}"]

SELECT json_parse('{');
-- error INVALID_FUNCTION_ARGUMENT: Cannot convert value to JSON: '{'

SELECT json_format(json_parse('{"b": 1, "a": 2}')), json_format(json '[1, 2]');
-- ["_col0 varchar", "_col1 varchar"]
-- ["{\"a\":2,\"b\":1}", "[1,2]"]

SELECT json '{"a": 1}';
-- ["_col0 json"]
-- ["{\"a\":1}"]

SELECT json_array_length('[1, 2]'), json_array_length('{}'), json_array_length('x');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint"]
-- ["2", null, null]

SELECT json_array_get('["a", "b"]', 1);
-- ["_col0 json"]
-- ["b"]

SELECT json_array_contains('[1, 2]', 2), json_array_contains('["a"]', 'b');
-- ["_col0 boolean", "_col1 boolean"]
-- ["true", "false"]

SELECT json_size('{"a": {"b": 1, "c": 2}}', '$.a'), json_size('{"a": [1, 2, 3]}', '$.a'), json_size('{"a": 1}', '$.a'), json_size('{"a": 1}', '$.b');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["2", "3", "0", null]

SELECT is_json_scalar('1'), is_json_scalar('[1]');
-- ["_col0 boolean", "_col1 boolean"]
-- ["true", "false"]

SELECT cast(json_parse('[1, 2]') as array(integer));
-- ["_col0 array(integer)"]
-- ["[1, 2]"]

SELECT cast(json_parse('["a", null]') as array(varchar));
-- ["_col0 array(varchar)"]
-- ["[a, null]"]

SELECT cast(json_parse('{"a": 1, "b": 2}') as map(varchar, integer));
-- ["_col0 map(varchar, integer)"]
-- ["{a=1, b=2}"]

SELECT cast(json_parse('{"a": 1, "b": "x"}') as row(a integer, b varchar));
-- ["_col0 row(a integer, b varchar)"]
-- ["{a=1, b=x}"]

SELECT cast(json_parse('[{"a": 1}, {"a": 2}]') as array(row(a integer)));
-- ["_col0 array(row(a integer))"]
-- ["[{a=1}, {a=2}]"]

SELECT cast(json_parse('5') as integer), cast(json_parse('"x"') as varchar), cast(json_parse('true') as boolean);
-- ["_col0 integer", "_col1 varchar", "_col2 boolean"]
-- ["5", "x", "true"]

SELECT cast(json_extract('{"a": "x"}', '$.a') as varchar), cast(json_extract('{"a": 5}', '$.a') as integer);
-- ["_col0 varchar", "_col1 integer"]
-- ["x", "5"]

SELECT cast(json_extract('{"a": 5}', '$.a') as varchar);
-- ["_col0 varchar"]
-- ["5"]

SELECT cast(json_parse('"abc"') as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast 'abc' to INT
-- words: Cannot cast the value of JSON

SELECT cast(json_parse('{"a": 1}') as varchar);
-- error INVALID_CAST_ARGUMENT: Cannot cast '{"a":1}' to varchar
-- words: Cannot cast {"a":1} to varchar

SELECT cast(1 as json), cast('a' as json), cast(true as json), cast(1.5 as json);
-- ["_col0 json", "_col1 json", "_col2 json", "_col3 json"]
-- ["1", "\"a\"", "true", "1.5"]

SELECT cast(ARRAY[1, 2] as json), cast(MAP(ARRAY['a'], ARRAY[1]) as json);
-- ["_col0 json", "_col1 json"]
-- ["[1,2]", "{\"a\":1}"]

SELECT cast(cast(row(1, 'x') as row(id integer, name varchar)) as json);
-- ["_col0 json"]
-- ["{\"id\":1,\"name\":\"x\"}"]

SELECT json_format(cast(ARRAY['a', 'b'] as json));
-- ["_col0 varchar"]
-- ["[\"a\",\"b\"]"]

SELECT json_exists('{"a": 1}', 'lax $.a');
-- ["_col0 boolean"]
-- ["true"]
-- refused: function 'json_exists'

SELECT json_value('{"a": 1}', 'lax $.a');
-- ["_col0 varchar"]
-- ["1"]
-- refused: function 'json_value'

SELECT json_query('{"a": [1, 2]}', 'lax $.a');
-- ["_col0 varchar"]
-- ["[1,2]"]
-- refused: function 'json_query'

SELECT json_object('a': 1, 'b': 'x');
-- ["_col0 varchar"]
-- ["{\"a\":1,\"b\":\"x\"}"]
-- deviates: a syntax error

SELECT json_array(1, 'a', true);
-- ["_col0 varchar"]
-- ["[1,\"a\",true]"]
-- refused: function 'json_array'

SELECT cast(json_extract_scalar('{"n": "12"}', '$.n') as integer) + 1;
-- ["_col0 integer"]
-- ["13"]

SELECT t.x FROM UNNEST(cast(json_extract('{"a": [1, 2]}', '$.a') as array(integer))) AS t(x);
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT json_extract_scalar(x, '$.k') AS k, count(*) FROM (VALUES '{"k": "a"}', '{"k": "a"}', '{}') AS t(x) GROUP BY 1 ORDER BY 1;
-- ["k varchar", "_col1 bigint"]
-- ["a", "2"]
-- [null, "1"]

SELECT json_extract('{"a": 1}', '$.a') = json '1';
-- ["_col0 boolean"]
-- ["true"]
