-- JSON · Trino 435

SELECT json_extract_scalar('{"a": {"b": 1}}', '$.a.b'), json_extract_scalar('{"a": {"b": 1}}', '$.a');
-- ["_col0 varchar", "_col1 varchar"]
-- ["1", null]

SELECT json_extract_scalar('{"a": "x"}', '$.a'), json_extract_scalar('{"a": true}', '$.a'), json_extract_scalar('{"a": 1.50}', '$.a'), json_extract_scalar('{"a": null}', '$.a');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["x", "true", "1.50", null]

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

SELECT json_value('{"a": 1}', 'lax $.a');
-- ["_col0 varchar"]
-- ["1"]

SELECT json_query('{"a": [1, 2]}', 'lax $.a');
-- ["_col0 varchar"]
-- ["[1,2]"]

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

SELECT json_extract_scalar('{"a": {"b": [1, "x", true, null, 1.5]}}', '$.a.b[0]'), json_extract_scalar('{"a": {"b": [1, "x"]}}', '$.a.b[1]'), json_extract_scalar('{"a": 1}', '$.b'), json_extract_scalar('nope', '$.a'), json_extract_scalar('{"a": {"b": 1}}', '$.a');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar"]
-- ["1", "x", null, null, null]

SELECT json_extract('{"a": {"b": [1, 2]}}', '$.a.b'), json_extract('{"a": {"b": [1, 2]}}', '$.a["b"][1]'), json_extract('{"a b": 1}', '$["a b"]'), json_extract('[1, 2]', '$[0]'), json_extract('{"a": 1}', '$.x');
-- ["_col0 json", "_col1 json", "_col2 json", "_col3 json", "_col4 json"]
-- ["[1,2]", "2", "1", "1", null]

SELECT json_parse('{"a": 1, "b": [true, null]}'), json_format(json_parse('{"b": 2, "a": 1}')), json_array_length('[1, 2, 3]'), json_array_length('{}'), json_size('{"a": {"b": 1, "c": 2}}', '$.a'), json_size('{"a": 1}', '$.a');
-- ["_col0 json", "_col1 varchar", "_col2 bigint", "_col3 bigint", "_col4 bigint", "_col5 bigint"]
-- ["{\"a\":1,\"b\":[true,null]}", "{\"a\":1,\"b\":2}", "3", null, "2", "0"]

SELECT cast(json_parse('[1, 2]') as array(integer)), cast(json_parse('{"a": 1}') as map(varchar, integer)), cast(json_parse('"x"') as varchar), cast(json_parse('1.5') as double), cast(json_parse('true') as boolean), cast(json_parse('{"x": 1, "y": "b"}') as row(x integer, y varchar));
-- ["_col0 array(integer)", "_col1 map(varchar, integer)", "_col2 varchar", "_col3 double", "_col4 boolean", "_col5 row(x integer, y varchar)"]
-- ["[1, 2]", "{a=1}", "x", "1.5", "true", "{x=1, y=b}"]

SELECT cast(1 as json), cast('a' as json), cast(true as json), cast(ARRAY[1, 2] as json), cast(MAP(ARRAY['k'], ARRAY[1]) as json), cast(1.5 as json), cast(null as json);
-- ["_col0 json", "_col1 json", "_col2 json", "_col3 json", "_col4 json", "_col5 json", "_col6 json"]
-- ["1", "\"a\"", "true", "[1,2]", "{\"k\":1}", "1.5", null]

SELECT json_format(cast(row(1, 'a') as json)), json_format(cast(ARRAY['a', null] as json)), json_format(cast(date '2026-01-01' as json)), json_format(cast(cast(row(1, 'a') as row(x integer, y varchar)) as json));
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["{\"\":1,\"\":\"a\"}", "[\"a\",null]", "\"2026-01-01\"", "{\"x\":1,\"y\":\"a\"}"]

SELECT json_array_contains('[1, 2]', 2), json_array_contains('["a"]', 'a'), json_array_contains('[true]', true), json_array_contains('[1.5]', 1.5), json_array_get('[1, "a", [2]]', 0), json_array_get('["a"]', -1), is_json_scalar('1'), is_json_scalar('[]');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 json", "_col5 json", "_col6 boolean", "_col7 boolean"]
-- ["true", "true", "true", "true", "1", "a", "true", "false"]

SELECT json_exists('{"a": 1}', 'lax $.a'), json_exists('{"a": 1}', 'lax $.b'), json_exists('{"a": [1, 5]}', 'lax $.a[*] ? (@ > 3)');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "false", "true"]
-- refused: the JSON path 'lax $.a[*] ? (@ > 3)'

SELECT json_extract('{"a": 1}', 'a');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: 'a'

SELECT cast(json_parse('{"a": 1}') as integer);
-- error INVALID_CAST_ARGUMENT: Cannot cast '{"a":1}' to integer
-- words: Cannot cast the value of JSON

SELECT json_extract_scalar(e, '$.x') AS x, count(*) FROM (VALUES '{"x": 1}', '{"x": 1}', '{}') AS t(e) GROUP BY 1 ORDER BY 1;
-- ["x varchar", "_col1 bigint"]
-- ["1", "2"]
-- [null, "1"]

SELECT cast(json_extract('{"items": [{"id": 1, "n": "a"}, {"id": 2}]}', '$.items') as array(row(id integer, n varchar)));
-- ["_col0 array(row(id integer, n varchar))"]
-- ["[{id=1, n=a}, {id=2, n=null}]"]

SELECT item.id, item.n FROM UNNEST(cast(json_extract('{"items": [{"id": 1, "n": "a"}, {"id": 2}]}', '$.items') as array(row(id integer, n varchar)))) AS t(id, n);
-- error COLUMN_NOT_FOUND: line 1:8: Column 'item.id' cannot be resolved or requester is not authorized to access requested resources

SELECT t.id, t.n FROM UNNEST(cast(json_extract('{"items": [{"id": 1, "n": "a"}, {"id": 2}]}', '$.items') as array(row(id integer, n varchar)))) AS t(id, n) ORDER BY 1;
-- ["id integer", "n varchar"]
-- ["1", "a"]
-- ["2", null]

SELECT transform(cast(json_parse('[{"a": 1}, {"a": 2}]') as array(json)), x -> json_extract_scalar(x, '$.a'));
-- ["_col0 array(varchar)"]
-- ["[1, 2]"]

SELECT json_parse('1e2'), json_parse('[1.0, 100000000000000000000, 0.00001]'), json_parse('"\u00e9"'), json_extract_scalar('{"n": 12345678901234567890}', '$.n');
-- ["_col0 json", "_col1 json", "_col2 json", "_col3 varchar"]
-- ["100.0", "[1.0,100000000000000000000,1.0E-5]", "\"é\"", "12345678901234567890"]

SELECT cast(json_parse('null') as integer), cast(json 'null' as varchar), json_parse('null') IS NULL, json_extract('{"a": null}', '$.a') IS NULL, json_extract_scalar('{"a": null}', '$.a') IS NULL;
-- ["_col0 integer", "_col1 varchar", "_col2 boolean", "_col3 boolean", "_col4 boolean"]
-- [null, null, "false", "false", "true"]

SELECT json_value('{"a": "x"}', 'lax $.a'), json_value('{"a": 1}', 'strict $.a' RETURNING integer), json_value('{"a": 1}', 'lax $.b'), json_value('{"a": [1, 2]}', 'lax $.a[1]');
-- ["_col0 varchar", "_col1 integer", "_col2 varchar", "_col3 varchar"]
-- ["x", "1", null, "2"]

SELECT json_value('{}', 'lax $.a' DEFAULT 'none' ON EMPTY), json_value('x', 'lax $.a' DEFAULT 'bad' ON ERROR), json_value('{"a": {}}', 'lax $.a' NULL ON ERROR);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["none", "bad", null]

SELECT json_value('{}', 'lax $.a' ERROR ON EMPTY);
-- error JSON_VALUE_RESULT_ERROR: cannot extract SQL scalar from JSON: JSON path found no items

SELECT json_query('{"a": [1, 2]}', 'lax $.a'), json_query('{"a": [1, 2]}', 'lax $.a[*]' WITH WRAPPER), json_query('{"a": {"b": 1}}', 'lax $.a.b'), json_query('{}', 'lax $.a');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["[1,2]", "[1,2]", "1", null]

SELECT json_object('a' : 1, 'b' : 'x'), json_object(KEY 'a' VALUE true), json_array(1, 'a', true), json_array();
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["{\"a\":1,\"b\":\"x\"}", "{\"a\":true}", "[1,\"a\",true]", "[]"]
-- deviates: a syntax error

SELECT json '{"a": 1}' = json '{"a":1}', json_extract_scalar(json '{"a": "é"}', '$.a'), json_extract_scalar('{"a": "line\nbreak"}', '$.a'), json_extract_scalar('{"a\"b": 1}', '$["a\"b"]');
-- ["_col0 boolean", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["true", "é", "line\nbreak", "1"]
-- deviates: a quoted key may hold no quote
