-- Statements: what grammar and analysis refuse · Trino 435

SELECT x, count(*) FROM (VALUES 1) AS t(x) GROUP BY x ORDER BY ALL;
-- error COLUMN_NOT_FOUND: line 1:64: Column 'all' cannot be resolved or requester is not authorized to access requested resources

SELECT a.x FROM (VALUES 1) AS a(x) SEMI JOIN (VALUES 1) AS b(x) ON a.x = b.x;
-- error SYNTAX_ERROR: line 1:36: mismatched input 'SEMI'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT a.x FROM (VALUES 1) AS a(x) ASOF JOIN (VALUES 1) AS b(x) ON a.x >= b.x;
-- error SYNTAX_ERROR: line 1:36: mismatched input 'ASOF'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT * FROM (VALUES 1) AS a(x) POSITIONAL JOIN (VALUES 1) AS b(y);
-- error SYNTAX_ERROR: line 1:34: mismatched input 'POSITIONAL'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT * FROM (VALUES 1) AS a(x) JOIN (VALUES 1) AS b(y);
-- error SYNTAX_ERROR: line 1:57: mismatched input '<EOF>'. Expecting: 'ON', 'USING'
-- words: line 1:57: mismatched input '<EOF>'. Expecting: 'CROSS', 'FULL', 'INNER', 'JOIN', 'LEFT', 'MATCH_RECOGNIZE', 'NATURAL', 'ON', 'RIGHT', 'TABLESAMPLE', 'USING'

SELECT [x + 1 for x in ARRAY[1, 2]];
-- error SYNTAX_ERROR: line 1:8: mismatched input '['. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT ARRAY[1, 2, 3][1:2];
-- error SYNTAX_ERROR: line 1:24: mismatched input ':'. Expecting: '%', '*', '+', '-', '.', '/', 'AT', '[', ']', '||'

SELECT 'a' SIMILAR TO 'b';
-- error SYNTAX_ERROR: line 1:20: mismatched input 'TO'. Expecting: ',', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'ORDER', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT 'a' GLOB 'a*';
-- error SYNTAX_ERROR: line 1:17: mismatched input ''a*''. Expecting: ',', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'ORDER', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT 'a' ~ 'b';
-- error SYNTAX_ERROR: line 1:12: mismatched input '~'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT 2 ** 3;
-- error SYNTAX_ERROR: line 1:11: mismatched input '*'. Expecting: <expression>

SELECT 2 ^ 3;
-- error SYNTAX_ERROR: line 1:10: mismatched input '^'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT 5!;
-- error SYNTAX_ERROR: line 1:9: mismatched input '!'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT 1 & 2;
-- error SYNTAX_ERROR: line 1:10: mismatched input '&'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT 1 << 2;
-- error SYNTAX_ERROR: line 1:11: mismatched input '<'. Expecting: 'ALL', 'ANY', 'SOME', <expression>

SELECT '{"a": 1}' -> '$.a';
-- error SYNTAX_ERROR: line 1:19: mismatched input '->'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT '{"a": 1}' ->> '$.a';
-- error SYNTAX_ERROR: line 1:19: mismatched input '->'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT * FROM (VALUES (1, 'a')) AS t(x, y) PIVOT (sum(x) FOR y IN ('a'));
-- error SYNTAX_ERROR: line 1:44: mismatched input 'PIVOT'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT * FROM (VALUES (1, 2)) AS t(x, y) UNPIVOT (v FOR n IN (x, y));
-- error SYNTAX_ERROR: line 1:42: mismatched input 'UNPIVOT'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT E'a\n';
-- error TYPE_NOT_FOUND: io.trino.spi.TrinoException: line 1:8: Unknown resolvedType: E
-- deviates: a syntax error

SELECT $$a$$;
-- error SYNTAX_ERROR: line 1:8: mismatched input '$'. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT COLUMNS(*) FROM (VALUES 1) AS t(x);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'columns' not registered

SELECT x FROM (VALUES 1) AS t(x) LIMIT 10%;
-- error SYNTAX_ERROR: line 1:42: mismatched input '%'. Expecting: <EOF>

SELECT x FROM (VALUES 1) AS t(x) LIMIT (1);
-- error SYNTAX_ERROR: line 1:40: mismatched input '('. Expecting: '?', 'ALL', <integer>

SELECT x FROM (VALUES 1) AS t(x) USING SAMPLE 10;
-- error SYNTAX_ERROR: line 1:34: mismatched input 'USING'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT x FROM (VALUES 1) AS t(x) TABLESAMPLE (10);
-- error SYNTAX_ERROR: line 1:46: mismatched input '('. Expecting: 'BERNOULLI', 'SYSTEM'

SELECT interval 1 day;
-- error SYNTAX_ERROR: line 1:17: mismatched input '1'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT x FROM (VALUES 1) AS t(x) ORDER BY #1;
-- error SYNTAX_ERROR: line 1:43: mismatched input '#'. Expecting: <expression>

SELECT 1_000, 1_0.5, 0x1F, 0o17, 0b101;
-- ["_col0 integer", "_col1 double", "_col2 integer", "_col3 integer", "_col4 integer"]
-- ["1000", "10.5", "31", "15", "5"]

SELECT 1__0;
-- error SYNTAX_ERROR: line 1:8: identifiers must not start with a digit; surround the identifier with double quotes

SELECT 1a;
-- error SYNTAX_ERROR: line 1:8: identifiers must not start with a digit; surround the identifier with double quotes

SELECT 1 AS 2a;
-- error SYNTAX_ERROR: line 1:13: identifiers must not start with a digit; surround the identifier with double quotes

SELECT x FROM (VALUES 1) AS t(x) WHERE x = ANY (ARRAY[1]);
-- error FUNCTION_NOT_FOUND: line 1:44: Function 'any' not registered

SELECT x FROM (VALUES 1) AS t(x) WHERE x == 1;
-- error SYNTAX_ERROR: line 1:43: mismatched input '='. Expecting: 'ALL', 'ANY', 'SOME', <expression>

SELECT x FROM (VALUES 1) AS t(x) WHERE x <=> 1;
-- error SYNTAX_ERROR: line 1:44: mismatched input '>'. Expecting: 'ALL', 'ANY', 'SOME', <expression>

SELECT x FROM (VALUES 1) AS t(x) WHERE NOT x ISNULL;
-- error SYNTAX_ERROR: line 1:46: mismatched input 'ISNULL'. Expecting: '%', '*', '+', '-', '.', '/', 'AND', 'AT', 'EXCEPT', 'FETCH', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WINDOW', '[', '||', <EOF>, <predicate>

SELECT x FROM (VALUES 1) AS t(x) WHERE x IS 1;
-- error SYNTAX_ERROR: line 1:45: mismatched input '1'. Expecting: 'DISTINCT', 'NOT', 'NULL'

SELECT CASE 1 WHEN 1 THEN 2;
-- error SYNTAX_ERROR: line 1:28: mismatched input '<EOF>'. Expecting: '%', '*', '+', '-', '.', '/', 'AND', 'AT', 'ELSE', 'END', 'OR', 'WHEN', '[', '||', <predicate>

SELECT cast(1 AS integer;
-- error SYNTAX_ERROR: line 1:25: mismatched input '<EOF>'. Expecting: '(', ')', 'ARRAY'

SELECT sum(x) FROM (VALUES 1) AS t(x) WHERE;
-- error SYNTAX_ERROR: line 1:44: mismatched input '<EOF>'. Expecting: <expression>

SELECT x FROM (VALUES 1) AS t(x) GROUP x;
-- error SYNTAX_ERROR: line 1:40: mismatched input 'x'. Expecting: 'BY'

SELECT x FROM (VALUES 1) AS t(x) HAVING;
-- error SYNTAX_ERROR: line 1:40: mismatched input '<EOF>'. Expecting: <expression>

SELECT x FROM (VALUES 1) AS t(x) ORDER x;
-- error SYNTAX_ERROR: line 1:40: mismatched input 'x'. Expecting: 'BY'

SELECT x FROM;
-- error SYNTAX_ERROR: line 1:14: mismatched input '<EOF>'. Expecting: '(', 'JSON_TABLE', 'LATERAL', 'TABLE', 'UNNEST', <identifier>

SELECT x, FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:11: mismatched input 'FROM'. Expecting: '*', <expression>

SELECT select FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:8: mismatched input 'select'. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT x AS from FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:13: mismatched input 'from'. Expecting: <identifier>

SELECT 1 FROM (SELECT 1;
-- error SYNTAX_ERROR: line 1:24: mismatched input '<EOF>'. Expecting: '%', ')', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <identifier>, <predicate>

SELECT 1) FROM t;
-- error SYNTAX_ERROR: line 1:9: mismatched input ')'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

WITH a AS SELECT 1 SELECT 1;
-- error SYNTAX_ERROR: line 1:11: mismatched input 'SELECT'. Expecting: '('

WITH a (SELECT 1) SELECT 1;
-- error SYNTAX_ERROR: line 1:9: mismatched input 'SELECT'. Expecting: <identifier>

SELECT 1 UNION;
-- error SYNTAX_ERROR: line 1:15: mismatched input '<EOF>'. Expecting: '(', 'ALL', 'DISTINCT', 'SELECT', 'TABLE', 'VALUES'

SELECT 1 MINUS SELECT 2;
-- error SYNTAX_ERROR: line 1:16: mismatched input 'SELECT'. Expecting: ',', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'ORDER', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT 1 UNION DISTINCT ALL SELECT 2;
-- error SYNTAX_ERROR: line 1:25: mismatched input 'ALL'. Expecting: '(', 'SELECT', 'TABLE', 'VALUES'

SELECT TOP 1 x FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:12: mismatched input '1'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT 'a;
-- error SYNTAX_ERROR: line 1:8: mismatched input '''. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT "a;
-- error SYNTAX_ERROR: line 1:8: mismatched input '"'. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT 1 FROM (VALUES 1) t(x) WHERE x BETWEEN 1;
-- error SYNTAX_ERROR: line 1:48: mismatched input '<EOF>'. Expecting: '%', '*', '+', '-', '.', '/', 'AND', 'AT', '[', '||'

SELECT x IN () FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:10: mismatched input 'IN'. Expecting: ',', 'AND', 'AS', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', <EOF>, <identifier>
-- words: line 1:14: mismatched input ')'. Expecting: <expression>, <query>

SELECT 'a' LIKE;
-- error SYNTAX_ERROR: line 1:16: mismatched input '<EOF>'. Expecting: <expression>

SELECT x -> FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:13: mismatched input 'FROM'. Expecting: <expression>

SELECT a.b.* EXCEPT (x) FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:22: mismatched input 'x'. Expecting: '(', 'SELECT', 'TABLE', 'VALUES'

SELECT sum(x) OVER ORDER BY x FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:31: mismatched input 'FROM'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'ASC', 'AT', 'DESC', 'FETCH', 'LIMIT', 'NULLS', 'OFFSET', 'OR', '[', '||', <EOF>, <predicate>

SELECT sum(x) OVER (ROWS 1) FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:27: mismatched input ')'. Expecting: '%', '*', '+', '-', '.', '/', 'AND', 'AT', 'FOLLOWING', 'OR', 'PRECEDING', '[', '||', <predicate>

SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING) FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:56: mismatched input ')'. Expecting: 'AND'

SELECT extract('year' FROM now());
-- error SYNTAX_ERROR: line 1:16: mismatched input ''year''. Expecting: <identifier>

SELECT trim(BOTH 'a', 'b');
-- error TYPE_NOT_FOUND: io.trino.spi.TrinoException: line 1:13: Unknown resolvedType: BOTH
-- deviates: BOTH is no name of a type

SELECT listagg(x) FROM (VALUES 'a') AS t(x);
-- error SYNTAX_ERROR: line 1:19: mismatched input 'FROM'. Expecting: 'WITHIN'

SELECT MAP {'a': 1};
-- error SYNTAX_ERROR: line 1:12: mismatched input '{'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT STRUCT(1 AS a);
-- error SYNTAX_ERROR: line 1:17: mismatched input 'AS'. Expecting: '%', ')', '*', '+', ',', '-', '.', '/', 'AND', 'AT', 'OR', 'ORDER', '[', '||', <predicate>

SELECT row(1 AS a);
-- error SYNTAX_ERROR: line 1:14: mismatched input 'AS'. Expecting: '%', ')', '*', '+', ',', '-', '.', '/', 'AND', 'AT', 'OR', 'ORDER', '[', '||', <predicate>

SELECT (1, 2;
-- error SYNTAX_ERROR: line 1:13: mismatched input '<EOF>'. Expecting: '%', ')', '*', '+', ',', '-', '.', '/', 'AND', 'AT', 'OR', '[', '||', <predicate>

SELECT @x;
-- error SYNTAX_ERROR: line 1:8: mismatched input '@'. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT :x;
-- error SYNTAX_ERROR: line 1:8: mismatched input ':'. Expecting: '*', 'ALL', 'DISTINCT', <expression>

SELECT x FROM (VALUES 1) AS t(x) FOR UPDATE;
-- error SYNTAX_ERROR: line 1:34: mismatched input 'FOR'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT 1 INTO t;
-- error SYNTAX_ERROR: line 1:10: mismatched input 'INTO'. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT x FROM (VALUES 1) AS t(x) LIMIT 1, 2;
-- error SYNTAX_ERROR: line 1:41: mismatched input ','. Expecting: <EOF>

SELECT x FROM (VALUES 1) AS t(x) OFFSET -1;
-- error SYNTAX_ERROR: line 1:41: mismatched input '-'. Expecting: '?', <integer>

SELECT x FROM (VALUES 1) AS t(x) LEFT OUTER (VALUES 2) AS u(y);
-- error SYNTAX_ERROR: line 1:45: mismatched input '('. Expecting: 'JOIN'

SELECT DATE_ADD(day, 1, now()) FROM (VALUES 1) AS t(x), LATERAL VIEW explode(x) t2;
-- error SYNTAX_ERROR: line 1:70: mismatched input 'explode'. Expecting: '(', ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT x FROM (VALUES 1) AS t(x) CLUSTER BY x;
-- error SYNTAX_ERROR: line 1:34: mismatched input 'CLUSTER'. Expecting: ',', 'CROSS', 'EXCEPT', 'FETCH', 'FULL', 'GROUP', 'HAVING', 'INNER', 'INTERSECT', 'JOIN', 'LEFT', 'LIMIT', 'MATCH_RECOGNIZE', 'NATURAL', 'OFFSET', 'ORDER', 'RIGHT', 'TABLESAMPLE', 'UNION', 'WHERE', 'WINDOW', <EOF>

SELECT TRY_CAST('1' integer);
-- error SYNTAX_ERROR: line 1:21: mismatched input 'integer'. Expecting: '%', ')', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'OR', 'ORDER', '[', '||', <predicate>

SELECT cast('1' : integer);
-- error SYNTAX_ERROR: line 1:17: mismatched input ':'. Expecting: '%', '*', '+', '-', '.', '/', 'AND', 'AS', 'AT', 'OR', '[', '||', <predicate>

SELECT ARRAY(1, 2);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'array' not registered

SELECT ARRAY[1, 2,];
-- error SYNTAX_ERROR: line 1:19: mismatched input ']'. Expecting: <expression>

SELECT x.upper() FROM (VALUES 'a') AS t(x);
-- error MISSING_CATALOG_NAME: Session default catalog must be set to resolve a partial function name: x.upper
-- deviates: a query always has a database on Athena

SELECT ((1);
-- error SYNTAX_ERROR: line 1:12: mismatched input '<EOF>'. Expecting: '%', ')', '*', '+', ',', '-', '.', '/', 'AND', 'AT', 'OR', '[', '||', <predicate>

SELECT count(DISTINCT *) FROM (VALUES 1) AS t(x);
-- error SYNTAX_ERROR: line 1:23: mismatched input '*'. Expecting: <expression>

SELECT JSON_OBJECT('a' VALUE);
-- error SYNTAX_ERROR: line 1:29: mismatched input ')'. Expecting: <expression>

SELECT localtimestamp();
-- error SYNTAX_ERROR: line 1:23: mismatched input ')'. Expecting: <integer>

SELECT current_date();
-- error SYNTAX_ERROR: line 1:20: mismatched input '('. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT U&'\00e4', X'00ff', U&'#0041' UESCAPE '#';
-- ["_col0 varchar", "_col1 varbinary", "_col2 varchar"]
-- ["ä", "00 ff", "A"]

SELECT X'0', 1;
-- error SYNTAX_ERROR: line 1:8: Binary literal must contain an even number of digits

SELECT X'0g';
-- error SYNTAX_ERROR: line 1:8: Binary literal can only contain hexadecimal digits

SELECT coalesce(1, 2), nullif(1);
-- error SYNTAX_ERROR: line 1:24: Invalid number of arguments for 'nullif' function

SELECT if(true);
-- error SYNTAX_ERROR: line 1:8: Invalid number of arguments for 'if' function

SELECT if(true, 1, 2, 3);
-- error SYNTAX_ERROR: line 1:8: Invalid number of arguments for 'if' function

SELECT try();
-- error SYNTAX_ERROR: line 1:8: The 'try' function must have exactly one argument

SELECT nullif(1, 2, 3);
-- error SYNTAX_ERROR: line 1:8: Invalid number of arguments for 'nullif' function

SELECT if(DISTINCT true, 1);
-- error SYNTAX_ERROR: line 1:8: DISTINCT not valid for 'if' function

SELECT coalesce(1, 2) OVER ();
-- error SYNTAX_ERROR: line 1:8: OVER clause not valid for 'coalesce' function

SELECT nullif(1, 2) FILTER (WHERE true);
-- error SYNTAX_ERROR: line 1:8: FILTER not valid for 'nullif' function

SELECT try(1, 2);
-- error SYNTAX_ERROR: line 1:8: The 'try' function must have exactly one argument

SELECT date '2026-01-01' '2026';
-- error SYNTAX_ERROR: line 1:26: mismatched input ''2026''. Expecting: '%', '*', '+', ',', '-', '.', '/', 'AND', 'AS', 'AT', 'EXCEPT', 'FETCH', 'FROM', 'GROUP', 'HAVING', 'INTERSECT', 'LIMIT', 'OFFSET', 'OR', 'ORDER', 'UNION', 'WHERE', 'WINDOW', '[', '||', <EOF>, <identifier>, <predicate>

SELECT 9223372036854775807, -9223372036854775808;
-- ["_col0 bigint", "_col1 bigint"]
-- ["9223372036854775807", "-9223372036854775808"]

SELECT 9223372036854775808;
-- error SYNTAX_ERROR: line 1:1: Invalid numeric literal: 9223372036854775808

SELECT 1.5e400;
-- ["_col0 double"]
-- ["Infinity"]

SELECT 1 FROM (VALUES 1) AS limit;
-- ["_col0 integer"]
-- ["1"]

SELECT offset FROM (VALUES 1) AS t(offset) LIMIT 1;
-- ["offset integer"]
-- ["1"]

SELECT date, year, count, first FROM (VALUES (1, 2, 3, 4)) AS t(date, year, count, first);
-- ["date integer", "year integer", "count integer", "first integer"]
-- ["1", "2", "3", "4"]

SELECT t.date FROM (VALUES 1) AS t(date) WHERE date = 1 ORDER BY date;
-- ["date integer"]
-- ["1"]

WITH a AS (SELECT 1 AS x), A AS (SELECT 2 AS x) SELECT x FROM a;
-- error DUPLICATE_NAMED_QUERY: line 1:28: WITH query name 'a' specified more than once

WITH a(x) AS (SELECT 1, 2) SELECT x FROM a;
-- error MISMATCHED_COLUMN_ALIASES: line 1:8: Column alias list has 1 entries but relation has 2 columns

WITH a(x, x) AS (SELECT 1, 2) SELECT 1 FROM a;
-- error DUPLICATE_COLUMN_NAME: line 1:11: Column name 'x' specified more than once

SELECT * FROM (SELECT 1, 2) AS t(x);
-- error MISMATCHED_COLUMN_ALIASES: line 1:15: Column alias list has 1 entries but 't' has 2 columns available

SELECT * FROM (VALUES (1, 2)) AS t(x, y, z);
-- error MISMATCHED_COLUMN_ALIASES: line 1:15: Column alias list has 3 entries but 't' has 2 columns available

SELECT x FROM UNNEST(ARRAY[1]) AS t(x, y);
-- error MISMATCHED_COLUMN_ALIASES: line 1:15: Column alias list has 2 entries but 't' has 1 columns available

SELECT x FROM UNNEST(ARRAY[1]) WITH ORDINALITY AS t(x, y, z);
-- error MISMATCHED_COLUMN_ALIASES: line 1:15: Column alias list has 3 entries but 't' has 2 columns available

SELECT x FROM UNNEST(MAP(ARRAY['a'], ARRAY[1])) AS t(x);
-- error MISMATCHED_COLUMN_ALIASES: line 1:15: Column alias list has 1 entries but 't' has 2 columns available

SELECT * FROM UNNEST(ARRAY[1]) AS t(x) JOIN UNNEST(ARRAY[1]) AS u(y) ON x = y;
-- error NOT_SUPPORTED: line 1:75: INNER JOIN involving UNNEST is only supported with condition ON TRUE

SELECT n, x FROM (VALUES (1, ARRAY[5])) AS t(n, a) INNER JOIN UNNEST(a) AS u(x) ON x > 5;
-- error NOT_SUPPORTED: line 1:86: INNER JOIN involving UNNEST is only supported with condition ON TRUE

SELECT n, x FROM (VALUES (1, ARRAY[5])) AS t(n, a) JOIN UNNEST(a) AS u(x) ON true;
-- ["n integer", "x integer"]
-- ["1", "5"]

SELECT n, x FROM (VALUES (1, ARRAY[5])) AS t(n, a) RIGHT JOIN UNNEST(a) AS u(x) ON true;
-- error INVALID_COLUMN_REFERENCE: line 1:70: LATERAL reference not allowed in RIGHT JOIN

SELECT n, x FROM (VALUES (1, ARRAY[5])) AS t(n, a) FULL JOIN UNNEST(a) AS u(x) ON true;
-- error INVALID_COLUMN_REFERENCE: line 1:69: LATERAL reference not allowed in FULL JOIN

SELECT n, x FROM (VALUES (1, ARRAY[5])) AS t(n, a) LEFT JOIN UNNEST(a) AS u(x) USING (n);
-- error NOT_SUPPORTED: line 1:18: LEFT JOIN involving UNNEST is only supported with condition ON TRUE

SELECT n, x FROM (VALUES (1, ARRAY[5])) AS t(n, a) LEFT JOIN UNNEST(a) AS u(x) ON 1 = 1;
-- error NOT_SUPPORTED: line 1:85: LEFT JOIN involving UNNEST is only supported with condition ON TRUE

SELECT t.x, y FROM (VALUES 1) AS t(x) LEFT JOIN LATERAL (SELECT t.x + 1 AS y) AS u ON true;
-- ["x integer", "y integer"]
-- ["1", "2"]

SELECT t.x, y FROM (VALUES 1) AS t(x) RIGHT JOIN LATERAL (SELECT t.x + 1 AS y) AS u ON true;
-- error INVALID_COLUMN_REFERENCE: line 1:66: LATERAL reference not allowed in RIGHT JOIN

SELECT u.x FROM (VALUES 1) AS t(x) JOIN (VALUES 1) AS u(x) USING (x);
-- error COLUMN_NOT_FOUND: line 1:8: Column 'u.x' cannot be resolved or requester is not authorized to access requested resources

SELECT t.x FROM (VALUES 1) AS t(x) LEFT JOIN (VALUES 1) AS u(x) USING (x);
-- error COLUMN_NOT_FOUND: line 1:8: Column 't.x' cannot be resolved or requester is not authorized to access requested resources

SELECT t.*, u.* FROM (VALUES (1, 2)) AS t(x, y) JOIN (VALUES (1, 3)) AS u(x, z) USING (x);
-- ["y integer", "z integer"]
-- ["2", "3"]

SELECT * FROM (VALUES (1, 2)) AS t(x, y) FULL JOIN (VALUES (2, 3)) AS u(x, z) USING (x);
-- ["x integer", "y integer", "z integer"]
-- ["1", "2", null]
-- ["2", null, "3"]

SELECT x, t.y FROM (VALUES (1, 2)) AS t(x, y) JOIN (VALUES (1, 3)) AS u(x, z) USING (x) WHERE t.x = 1;
-- error COLUMN_NOT_FOUND: line 1:95: Column 't.x' cannot be resolved or requester is not authorized to access requested resources

SELECT 1 FROM (VALUES (1, 2)) AS t(x, y) JOIN (VALUES (1, 3)) AS u(x, z) USING (y);
-- error COLUMN_NOT_FOUND: line 1:81: Column 'y' is missing from right side of join

SELECT 1 FROM (VALUES (1, 2)) AS t(x, y) JOIN (VALUES (1, 3)) AS u(x, z) USING (z);
-- error COLUMN_NOT_FOUND: line 1:81: Column 'z' is missing from left side of join

SELECT 1 FROM (VALUES (1, 2)) AS t(x, y) JOIN (VALUES (1, 3)) AS u(x, z) USING (x, x);
-- error DUPLICATE_COLUMN_NAME: line 1:84: Column 'x' appears multiple times in USING clause

SELECT 1 FROM (VALUES (1, 2)) AS t(x, y) JOIN (VALUES ('1', 3)) AS u(x, z) USING (x);
-- error TYPE_MISMATCH: line 1:83: Cannot apply operator: integer = varchar(1)
-- words: Cannot apply operator: integer = varchar(1)

SELECT x FROM (VALUES 1) AS t(x) NATURAL LEFT JOIN (VALUES 1) AS u(x);
-- error NOT_SUPPORTED: line 1:15: Natural join not supported

SELECT b.* FROM (VALUES 1) AS a(x);
-- error TABLE_NOT_FOUND: line 1:8: Unable to resolve reference b

SELECT x.* FROM (VALUES 1) AS a(x);
-- error TABLE_NOT_FOUND: line 1:8: Unable to resolve reference x

SELECT r.* FROM (VALUES row(row(1, 2))) AS a(r);
-- error TABLE_NOT_FOUND: line 1:8: Unable to resolve reference r

SELECT (r).* FROM (SELECT cast(row(1, 2) AS row(p integer, q integer))) AS a(r);
-- error TABLE_NOT_FOUND: line 1:8: Unable to resolve reference r
-- words: line 1:9: Unable to resolve reference r

SELECT *, x FROM (VALUES 1) AS a(x);
-- ["x integer", "x integer"]
-- ["1", "1"]

SELECT *;
-- error COLUMN_NOT_FOUND: line 1:8: SELECT * not allowed in queries without FROM clause

SELECT * WHERE true;
-- error COLUMN_NOT_FOUND: line 1:8: SELECT * not allowed in queries without FROM clause

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI (-1);
-- error NUMERIC_VALUE_OUT_OF_RANGE: line 1:70: Sample percentage must be greater than or equal to 0

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI ('a');
-- error TYPE_MISMATCH: line 1:70: Sample percentage should be a numeric expression

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI (x);
-- error EXPRESSION_NOT_CONSTANT: line 1:70: Sample percentage cannot contain column references

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI (null);
-- error INVALID_ARGUMENTS: line 1:70: Sample percentage cannot be NULL

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE BERNOULLI (100);
-- ["_col0 bigint"]
-- ["3"]

SELECT count(*) FROM (VALUES 1, 2, 3) AS t(x) TABLESAMPLE SYSTEM (0);
-- ["_col0 bigint"]
-- ["0"]

SELECT x FROM (VALUES 1, 2) AS t(x) LIMIT 0;
-- ["x integer"]

SELECT x FROM (VALUES 1, 2) AS t(x) ORDER BY x OFFSET 1 ROW LIMIT ALL;
-- ["x integer"]
-- ["2"]

SELECT x FROM (VALUES 1, 2) AS t(x) LIMIT 9223372036854775807;
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT x FROM (VALUES 1, 2) AS t(x) OFFSET 5;
-- ["x integer"]

SELECT 1 AS a, 2 AS A FROM (VALUES 1) AS t(x) ORDER BY a;
-- error AMBIGUOUS_NAME: line 1:56: Column 'a' is ambiguous

SELECT x AS a, x AS a FROM (VALUES 1) AS t(x) ORDER BY a;
-- error AMBIGUOUS_NAME: line 1:56: Column 'a' is ambiguous

SELECT x, x FROM (VALUES 2, 1) AS t(x) ORDER BY x;
-- error AMBIGUOUS_NAME: line 1:49: Column 'x' is ambiguous

SELECT x FROM (VALUES 1) AS t(x) UNION ALL SELECT y FROM (VALUES 2) AS u(y) ORDER BY t.x;
-- error COLUMN_NOT_FOUND: line 1:86: Column 't.x' cannot be resolved or requester is not authorized to access requested resources

SELECT 1 AS a UNION ALL SELECT 2 ORDER BY 2;
-- error INVALID_COLUMN_REFERENCE: line 1:43: ORDER BY position 2 is not in select list

SELECT x AS y, -x AS x FROM (VALUES 1, 2) AS t(x) ORDER BY x;
-- ["y integer", "x integer"]
-- ["2", "-2"]
-- ["1", "-1"]

SELECT x AS y FROM (VALUES 1, 2) AS t(x) GROUP BY y;
-- error COLUMN_NOT_FOUND: line 1:51: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT x AS y FROM (VALUES 1, 2) AS t(x) WHERE y = 1;
-- error COLUMN_NOT_FOUND: line 1:48: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT count(*) AS n FROM (VALUES 1, 2) AS t(x) HAVING n = 2;
-- error COLUMN_NOT_FOUND: line 1:56: Column 'n' cannot be resolved or requester is not authorized to access requested resources

SELECT sum(x) FROM (VALUES 1, 2) AS t(x) ORDER BY x;
-- error EXPRESSION_NOT_AGGREGATE: line 1:51: 'x' must be an aggregate expression or appear in GROUP BY clause

SELECT sum(x) FROM (VALUES 1, 2) AS t(x) ORDER BY sum(x) + 1;
-- ["_col0 bigint"]
-- ["3"]

SELECT DISTINCT x FROM (VALUES 1, 2) AS t(x) ORDER BY -x;
-- error EXPRESSION_NOT_IN_DISTINCT: line 1:1: For SELECT DISTINCT, ORDER BY expressions must appear in select list

SELECT x FROM (SELECT x FROM (VALUES 2, 1, 3) AS t(x) ORDER BY x DESC);
-- ["x integer"]
-- ["2"]
-- ["1"]
-- ["3"]

SELECT x, y, count(*) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY ALL ROLLUP (x), ROLLUP (x) ORDER BY 1, 2;
-- error EXPRESSION_NOT_AGGREGATE: line 1:11: 'y' must be an aggregate expression or appear in GROUP BY clause

SELECT x, count(*) FROM (VALUES 1, 1) AS t(x) GROUP BY ALL x;
-- ["x integer", "_col1 bigint"]
-- ["1", "2"]

SELECT x, y, count(*) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY x, ROLLUP (y) ORDER BY 1, 2;
-- ["x integer", "y integer", "_col2 bigint"]
-- ["1", "2", "1"]
-- ["1", null, "1"]

SELECT x, y, count(*) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY CUBE (x, y) ORDER BY 1, 2;
-- ["x integer", "y integer", "_col2 bigint"]
-- ["1", "2", "1"]
-- ["1", null, "1"]
-- [null, "2", "1"]
-- [null, null, "1"]

SELECT count(*) FROM (VALUES (1, 2)) AS t(x, y) GROUP BY ();
-- ["_col0 bigint"]
-- ["1"]

SELECT x, count(*) FROM (VALUES 1) AS t(x) GROUP BY 'a';
-- error EXPRESSION_NOT_AGGREGATE: line 1:8: 'x' must be an aggregate expression or appear in GROUP BY clause

SELECT count(*) FROM (VALUES 1) AS t(x) GROUP BY 1;
-- error EXPRESSION_NOT_SCALAR: line 1:8: GROUP BY clause cannot contain aggregations, window functions or grouping operations: [count(*)]

SELECT x FROM (VALUES 1) AS t(x) GROUP BY -1;
-- error INVALID_COLUMN_REFERENCE: line 1:43: GROUP BY position -1 is not in select list

SELECT grouping(x + 1) FROM (VALUES 1) AS t(x) GROUP BY x + 1;
-- error SYNTAX_ERROR: line 1:19: mismatched input '+'. Expecting: ')', ',', '.'

SELECT grouping() FROM (VALUES 1) AS t(x) GROUP BY x;
-- error GENERIC_INTERNAL_ERROR: grouping operation columns cannot be empty
-- words: syntax error at or near ")"

SELECT x FROM (VALUES 2, 1) AS t(x) HAVING true;
-- error EXPRESSION_NOT_AGGREGATE: line 1:8: 'x' must be an aggregate expression or appear in GROUP BY clause
-- words: 'x' must be an aggregate expression or appear in GROUP BY clause

SELECT 1 FROM (VALUES 2, 1) AS t(x) HAVING count(*) > 1;
-- ["_col0 integer"]
-- ["1"]

SELECT 1 FROM (VALUES 2, 1) AS t(x) HAVING 1;
-- error TYPE_MISMATCH: line 1:44: HAVING clause must evaluate to a boolean: actual type integer

SELECT "$nope" FROM (VALUES 1) AS t(x);
-- error COLUMN_NOT_FOUND: line 1:8: Column '$nope' cannot be resolved or requester is not authorized to access requested resources

SELECT x FROM (VALUES 1, 'a') AS t(x);
-- error TYPE_MISMATCH: line 1:16: Values rows have mismatched types: row(integer) vs row(varchar(1))

SELECT * FROM (VALUES 1, (2, 3)) AS t(x);
-- error TYPE_MISMATCH: line 1:16: Values rows have mismatched sizes: 1 vs 2
-- words: line 1:16: Values rows have mismatched types: row(integer) vs row(integer, integer)

SELECT x FROM (VALUES (1)) AS t(x);
-- ["x integer"]
-- ["1"]

SELECT (SELECT x FROM (VALUES 1, 2) AS t(x));
-- error SUBQUERY_MULTIPLE_ROWS: Scalar sub-query has returned multiple rows

SELECT (SELECT x FROM (VALUES 1) AS t(x) WHERE false);
-- ["_col0 integer"]
-- [null]

SELECT 1 = (SELECT 1, 2);
-- error TYPE_MISMATCH: line 1:10: Cannot apply operator: integer = row(integer, integer)

SELECT (1, 2) IN (VALUES (1, 2));
-- ["_col0 boolean"]
-- ["true"]

SELECT (1, 2) IN (SELECT x, y FROM (VALUES (1, 2)) AS t(x, y) WHERE false);
-- ["_col0 boolean"]
-- ["false"]

SELECT (1, 2) = (1, 2, 3);
-- error TYPE_MISMATCH: line 1:15: Cannot apply operator: row(integer, integer) = row(integer, integer, integer)

SELECT * FROM UNNEST(ARRAY[1, 2], ARRAY['a']) AS t;
-- ["_col0 integer", "_col1 varchar"]
-- ["1", "a"]
-- ["2", null]

SELECT * FROM UNNEST(MAP(ARRAY['a'], ARRAY[1]));
-- ["_col0 varchar", "_col1 integer"]
-- ["a", "1"]
-- refused: UNNEST without a name for each of its columns

SELECT count(*) FROM UNNEST(ARRAY[1, 2]) AS t;
-- ["_col0 bigint"]
-- ["2"]

SELECT t.a, u.* FROM (VALUES ARRAY[1, 2]) AS t(a) CROSS JOIN UNNEST(a) WITH ORDINALITY AS u(x, n);
-- ["a array(integer)", "x integer", "n bigint"]
-- ["[1, 2]", "1", "1"]
-- ["[1, 2]", "2", "2"]

SELECT * FROM UNNEST(ARRAY[1]) AS t(x), UNNEST(ARRAY[x]) AS u(y);
-- ["x integer", "y integer"]
-- ["1", "1"]

SELECT * FROM UNNEST(null) AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Cannot unnest type: unknown

SELECT * FROM UNNEST('a') AS t(x);
-- error INVALID_FUNCTION_ARGUMENT: Cannot unnest type: varchar(1)

SELECT * FROM UNNEST(ARRAY[]) AS t(x);
-- ["x unknown"]

SELECT * FROM UNNEST(ARRAY[row(1, 'a'), null]) AS t(x, y);
-- ["x integer", "y varchar"]
-- ["1", "a"]
-- [null, null]

SELECT x FROM (SELECT 1 AS x) AS t JOIN (SELECT 1 AS x) AS u ON t.x = u.x;
-- error AMBIGUOUS_NAME: line 1:8: Column 'x' is ambiguous

SELECT t.x FROM (VALUES 1) AS t(x), LATERAL (SELECT t.x) AS u(x) WHERE u.x = 1;
-- ["x integer"]
-- ["1"]

SELECT y FROM (VALUES 1) AS t(x) WHERE EXISTS (SELECT 1 WHERE y = 1);
-- error COLUMN_NOT_FOUND: line 1:63: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT (SELECT y) FROM (VALUES 1) AS t(x);
-- error COLUMN_NOT_FOUND: line 1:16: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT x FROM (VALUES 1) AS t(x) INTERSECT ALL SELECT 1;
-- ["x integer"]
-- ["1"]

SELECT x FROM (VALUES 1, 1) AS t(x) EXCEPT ALL SELECT 1;
-- ["x integer"]
-- ["1"]

SELECT 1 UNION SELECT 'a';
-- error TYPE_MISMATCH: line 1:10: column 1 in UNION query has incompatible types: integer, varchar(1)

SELECT 1, 2 UNION SELECT 1;
-- error TYPE_MISMATCH: line 1:13: UNION query has different number of fields: 2, 1

SELECT null UNION SELECT 1;
-- ["_col0 integer"]
-- ["1"]
-- [null]

SELECT 1 AS x UNION ALL SELECT 1.5 UNION ALL SELECT 2 ORDER BY x;
-- ["x double"]
-- ["1.0"]
-- ["1.5"]
-- ["2.0"]

(SELECT 2 AS x) UNION ALL (SELECT 1 ORDER BY 1 LIMIT 1) ORDER BY x;
-- ["x integer"]
-- ["1"]
-- ["2"]

SELECT 1 AS x UNION ALL SELECT 2 INTERSECT SELECT 2;
-- ["x integer"]
-- ["1"]
-- ["2"]

WITH t AS (SELECT 1 AS x) SELECT * FROM (WITH t AS (SELECT 2 AS x) SELECT x FROM t), t AS u;
-- ["x integer", "x integer"]
-- ["2", "1"]

WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS x FROM a) SELECT a.x, b.x FROM a, b;
-- ["x integer", "x integer"]
-- ["1", "2"]

SELECT transform(ARRAY[1], x -> y);
-- error COLUMN_NOT_FOUND: line 1:33: Column 'y' cannot be resolved or requester is not authorized to access requested resources

SELECT transform(ARRAY[1], (x, y) -> x);
-- error INVALID_PARAMETER_USAGE: line 1:28: Expected a lambda that takes 1 argument(s) but got 2
-- words: line 1:29: Expected a lambda that takes 1 argument(s) but got 2
