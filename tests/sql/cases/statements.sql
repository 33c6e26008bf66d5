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

SELECT interval '1 day';
-- error TYPE_NOT_FOUND: io.trino.spi.TrinoException: line 1:8: Unknown resolvedType: interval
-- deviates: ?

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
