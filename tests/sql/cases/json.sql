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

SELECT json_array(1, 'a', true);
-- ["_col0 varchar"]
-- ["[1,\"a\",true]"]

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

SELECT json '{"a": 1}' = json '{"a":1}', json_extract_scalar(json '{"a": "é"}', '$.a'), json_extract_scalar('{"a": "line\nbreak"}', '$.a'), json_extract_scalar('{"a\"b": 1}', '$["a\"b"]');
-- ["_col0 boolean", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["true", "é", "line\nbreak", "1"]

SELECT json_query('{"a":[1,2,5]}', 'lax $.a[*] ? (@ > 1)' WITH ARRAY WRAPPER), json_exists('{"a":[1,2,5]}', 'lax $.a[*] ? (@ > 3)'), json_value('{"a":[1,2,5]}', 'lax $.a[*] ? (@ > 3)');
-- ["_col0 varchar", "_col1 boolean", "_col2 varchar"]
-- ["[2,5]", "true", "5"]

SELECT json_query('[{"k":1,"v":"x"},{"k":2,"v":"y"}]', 'lax $[*] ? (@.k == 2).v'), json_query('[{"k":1,"v":"x"},{"k":2,"v":"y"}]', 'lax $ ? (@.v starts with "y").k' WITH WRAPPER), json_query('[{"k":1},{"k":2}]', 'strict $[*] ? (@.k == 2 || @.k == 1).k' WITH WRAPPER), json_query('[{"k":1},{"j":2}]', 'lax $[*] ? (exists(@.j))'), json_query('[{"k":1},{"j":2}]', 'lax $[*] ? (!exists(@.j))'), json_exists('[{"k":1},{"j":2}]', 'lax $[*] ? (@.k > 5 && @.k < 9)');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 boolean"]
-- ["\"y\"", "[2]", "[1,2]", "{\"j\":2}", "{\"k\":1}", "false"]

SELECT json_value('{"a":[1,2,5]}', 'lax $.a.size()'), json_value('{"a":[1,2,5]}', 'lax $.a.type()'), json_value('{"a":-1.5}', 'lax $.a.abs()'), json_value('{"a":1.5}', 'lax $.a.ceiling()'), json_value('{"a":1.5}', 'lax $.a.floor()'), json_value('{"a":"1.5"}', 'lax $.a.double()'), json_query('{"a":{"x":1}}', 'lax $.a.keyvalue()'), json_value('{"a":"x"}', 'lax $.a.type()'), json_value('{"a":null}', 'lax $.a.type()'), json_value('{"a":true}', 'lax $.a.type()'), json_value('{"a":{}}', 'lax $.a.type()'), json_value('{"a":1}', 'lax $.a.type()');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varchar", "_col8 varchar", "_col9 varchar", "_col10 varchar", "_col11 varchar"]
-- ["3", "array", "1.5E0", "2.0E0", "1.0E0", "1.5E0", "{\"name\":\"x\",\"value\":1,\"id\":0}", "string", "null", "boolean", "object", "number"]

SELECT json_value('{"a":2}', 'lax $.a + 3'), json_value('{"a":2}', 'lax $.a * 3'), json_value('{"a":7}', 'lax $.a / 2'), json_value('{"a":7}', 'lax $.a % 4'), json_value('{"a":7}', 'lax -$.a'), json_value('{"a":7}', 'lax ($.a - 1) * 2'), json_value('{"a":1.5}', 'lax $.a + 1');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["5", "6", "3", "3", "-7", "12", "2.5E0"]

SELECT json_query('{"a":[1,2,3,4]}', 'lax $.a[1, 3]' WITH WRAPPER), json_query('{"a":[1,2,3,4]}', 'lax $.a[0 to 2]' WITH WRAPPER), json_query('{"a":[1,2,3,4]}', 'lax $.a[last]'), json_query('{"a":[1,2,3,4]}', 'lax $.a[last - 1]'), json_query('{"a":[1,2,3,4]}', 'lax $.a[last - 1 to last]' WITH WRAPPER), json_query('{"a":[1,2,3,4]}', 'strict $.a[9]');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["[2,4]", "[1,2,3]", "4", "3", "[3,4]", null]

SELECT json_query('{"a":{"b":[{"c":1},{"c":2}]}}', 'lax $.a.b.c' WITH WRAPPER), json_query('{"a":{"b":1,"c":2}}', 'lax $.a.*' WITH WRAPPER), json_query('{"a b":1}', 'lax $."a b"'), json_query('{"a":{"b":3}}', 'lax $..b' WITH WRAPPER);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["[1,2]", "[1,2]", "1", "[3]"]

SELECT json_value('{"a":1}', '$.a');
-- error SYNTAX_ERROR: line 1:31: missing {'lax', 'strict'} at '$'
-- words: missing {'lax', 'strict'} at '$'

SELECT json_value('{"a":1}', 'lax $.a ?');
-- error SYNTAX_ERROR: line 1:40: mismatched input '<EOF>' expecting '('
-- words: mismatched input '<EOF>' expecting '('

SELECT json_value('{"a":"b"}', 'lax $ ? (@.a like_regex "b").a');
-- error NOT_SUPPORTED: line 1:32: like_regex predicate in JSON path is not yet supported
-- words: like_regex predicate in JSON path is not yet supported

SELECT json_query('[1,"a",null,true]', 'lax $[*] ? (@ == null)' WITH WRAPPER), json_query('[1,"a",null,true]', 'lax $[*] ? (@ == true)' WITH WRAPPER), json_query('[1,"a",null,true]', 'lax $[*] ? (@ <> "a")' WITH WRAPPER), json_query('[1,"a"]', 'lax $[*] ? ((@ > 0) is unknown)' WITH WRAPPER);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["[null]", "[true]", "[null]", "[\"a\"]"]

SELECT json_value('{"a":1}', 'lax $.a.double()'), json_value('{"a":"x"}', 'lax $.a.double()' NULL ON ERROR), json_value('{"a":"x"}', 'lax $.a.abs()' DEFAULT 'bad' ON ERROR);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["1.0E0", null, "bad"]

SELECT json_value('{"a":"x"}', 'lax $.a + 1' ERROR ON ERROR);
-- error PATH_EVALUATION_ERROR: path evaluation failed: invalid item type. Expected: NUMBER, actual: STRING

SELECT json_exists('{"a":"x"}', 'strict $.b' ERROR ON ERROR);
-- error PATH_EVALUATION_ERROR: path evaluation failed: structural error: missing member 'b' in JSON object

SELECT json_value('{"a":5}', 'lax $.a' RETURNING integer), json_value('{"a":5}', 'lax $.a' RETURNING double), json_value('{"a":"5"}', 'lax $.a' RETURNING bigint), json_value('{"a":1.9}', 'lax $.a' RETURNING decimal(3,1));
-- ["_col0 integer", "_col1 double", "_col2 bigint", "_col3 decimal(3,1)"]
-- ["5", "5.0", "5", "1.9"]

SELECT json_query('{"a":"x"}', 'lax $.a' OMIT QUOTES), json_query('{"a":"x"}', 'lax $.a' KEEP QUOTES), json_query('{"a":"x"}', 'lax $.a');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["x", "\"x\"", "\"x\""]

SELECT json_query(x, 'lax $.items[*] ? (@.price > $min).name' PASSING 10 AS "min" WITH WRAPPER) FROM (VALUES '{"items":[{"name":"tea","price":5},{"name":"pie","price":12}]}') AS t(x);
-- ["_col0 varchar"]
-- ["[\"pie\"]"]

SELECT json_value(x, 'lax $.a[$i]' PASSING 1 AS "i") FROM (VALUES '{"a":[10,20]}') AS t(x);
-- ["_col0 varchar"]
-- ["20"]

SELECT json_object(), json_object('a' : null), json_object('a' : null ABSENT ON NULL), json_object('a' : null, 'b' : 1 NULL ON NULL), json_array(1, null), json_array(1, null NULL ON NULL), json_array(1, null ABSENT ON NULL);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["{}", "{\"a\":null}", "{}", "{\"a\":null,\"b\":1}", "[1]", "[1,null]", "[1]"]

SELECT json_object(KEY 'x' VALUE 1.5, KEY 'y' VALUE DECIMAL '2.50', KEY 'z' VALUE date '2026-01-01'), json_object('t' : timestamp '2026-01-01 10:00:00'), json_object('a' VALUE 1, 'b' VALUE 2);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["{\"x\":1.5,\"y\":2.50,\"z\":\"2026-01-01\"}", "{\"t\":\"2026-01-01 10:00:00\"}", "{\"a\":1,\"b\":2}"]

SELECT json_object('a' : '[1,2]' FORMAT JSON, 'b' : json_array(1, 2)), json_array('{"a":1}' FORMAT JSON, json_object('k' : 'v'));
-- ["_col0 varchar", "_col1 varchar"]
-- ["{\"a\":[1,2],\"b\":[1,2]}", "[{\"a\":1},{\"k\":\"v\"}]"]

SELECT json_object('a' : 1, 'a' : 2), json_object('a' : 1, 'a' : 2 WITHOUT UNIQUE KEYS);
-- error NOT_SUPPORTED: cannot construct a JSON object with duplicate key

SELECT json_object('a' : 1, 'a' : 2 WITH UNIQUE KEYS);
-- error INVALID_FUNCTION_ARGUMENT: duplicate key passed to JSON_OBJECT function

SELECT json_object('a' : 1 RETURNING varchar), json_array(1 RETURNING varchar(20)), json_object('b' : 1, 'a' : 2);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["{\"a\":1}", "[1]", "{\"a\":2,\"b\":1}"]

SELECT json_object('a' : x, y : 1) FROM (VALUES (1, 'k'), (null, 'm')) AS t(x, y);
-- ["_col0 varchar"]
-- ["{\"a\":1,\"k\":1}"]
-- ["{\"a\":null,\"m\":1}"]

SELECT json_object(null : 1);
-- error INVALID_FUNCTION_ARGUMENT: line 1:20: Invalid type of JSON object key: unknown

SELECT json_object(1 : 1);
-- error INVALID_FUNCTION_ARGUMENT: line 1:20: Invalid type of JSON object key: integer

SELECT json_object('a' : ARRAY[1]);
-- error NOT_SUPPORTED: line 1:8: Unsupported type of value passed to JSON_OBJECT function: array(integer)

SELECT json_object('a' : 'x' || 'y', 'n' : bigint '5' + 1, 'q"' : 'é"\');
-- ["_col0 varchar"]
-- ["{\"a\":\"xy\",\"q\\\"\":\"é\\\"\\\\\",\"n\":6}"]

SELECT json_array(nan());
-- ["_col0 varchar"]
-- ["[\"NaN\"]"]

SELECT json_array(1e10, REAL '1.5', 0.1, 123456789012, true, null NULL ON NULL);
-- ["_col0 varchar"]
-- ["[1.0E10,1.5,0.1,123456789012,true,null]"]

SELECT json_object('j' : JSON '{"a":1}');
-- error INVALID_CAST_ARGUMENT: Cannot cast '{"a":1}' to varchar
-- words: Cannot cast {"a":1} to varchar

SELECT json_format(json_parse(json_object('a' : 1))), json_extract_scalar(json_object('a' : 'b'), '$.a');
-- ["_col0 varchar", "_col1 varchar"]
-- ["{\"a\":1}", "b"]

SELECT json_array('a', json_query('{"x":[1]}', 'lax $.x'));
-- ["_col0 varchar"]
-- ["[\"a\",[1]]"]

SELECT json_object('total' : count(*), 'most' : max(x)) FROM (VALUES 1, 2) AS t(x);
-- ["_col0 varchar"]
-- ["{\"most\":2,\"total\":2}"]

SELECT json_extract_scalar('{"a\"b": 1}', '$["a\"b"]'), json_extract('{"a.b": 1}', '$["a.b"]'), json_extract('{"a": {"b c": 2}}', '$.a["b c"]');
-- ["_col0 varchar", "_col1 json", "_col2 json"]
-- ["1", "1", "2"]

SELECT json_extract('[1,2,3]', '$[*]'), json_extract('{"a":[{"b":1},{"b":2}]}', '$.a[*].b'), json_extract('{"a":1}', '$.*'), json_extract('{"a":{"b":1}}', '$..b'), json_extract_scalar('[1,2]', '$[-1]'), json_size('{"a":[1,2]}', '$.a[*]');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: '$.a[*].b'
-- words: Invalid JSON path: '$.a[*]'

SELECT json_extract('[1,2,3]', '$[0,1]'), json_extract('[1,2,3]', '$[0:2]');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: '$[0:2]'

SELECT json_extract('{"store":{"book":[{"p":1},{"p":2}]}}', '$.store.book[?(@.p > 1)]');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: '$.store.book[?(@.p > 1)]'

SELECT json_extract(x, p), json_extract_scalar(x, p) FROM (VALUES ('{"a":1}', '$.a')) AS t(x, p);
-- ["_col0 json", "_col1 varchar"]
-- ["1", "1"]

SELECT json_extract('{"a":1}', 'a'), json_extract('{"a":1}', '$.b'), json_extract('{"a":1}', '$');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: 'a'

SELECT json_extract('{"a":1}', '$.');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: '$.'

SELECT json_extract('{"a":1}', '');
-- error INVALID_FUNCTION_ARGUMENT: Invalid JSON path: ''

SELECT json_object('total' : 1, 'most' : 2, 'b' : null, 'a' : 4), json_object('device' : 1, 'event' : 2, 'page' : 3, 'restaurant' : 4, 'user' : 5, 'k1' : 1, 'k2' : 2, 'k3' : 3, 'k4' : 4, 'k5' : 5, 'k6' : 6, 'k7' : 7, 'k8' : 8, 'k9' : 9);
-- ["_col0 varchar", "_col1 varchar"]
-- ["{\"most\":2,\"a\":4,\"total\":1,\"b\":null}", "{\"k1\":1,\"restaurant\":4,\"k2\":2,\"k3\":3,\"k4\":4,\"k5\":5,\"k6\":6,\"k7\":7,\"k8\":8,\"k9\":9,\"page\":3,\"event\":2,\"device\":1,\"user\":5}"]
