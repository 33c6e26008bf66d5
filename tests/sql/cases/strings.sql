-- Strings, regular expressions, URLs and format · Trino 435

SELECT lower('AbC'), upper('abc'), length('héllo'), reverse('abc');
-- ["_col0 varchar", "_col1 varchar", "_col2 bigint", "_col3 varchar"]
-- ["abc", "ABC", "5", "cba"]

SELECT concat('a', 'b', 'c'), 'a' || 'b';
-- ["_col0 varchar", "_col1 varchar"]
-- ["abc", "ab"]

SELECT concat('a', null);
-- ["_col0 array(varchar)"]
-- [null]

SELECT concat('a', 1);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (varchar(1), integer) for function concat. Expected: concat(E, array(E)) E, concat(array(E)) E, concat(array(E), E) E, concat(char(x), char(y)), concat(varbinary), concat(varchar)

SELECT concat_ws('-', 'a', null, 'b');
-- ["_col0 varchar"]
-- ["a-b"]

SELECT concat_ws('/', ARRAY['a', 'b']);
-- ["_col0 varchar"]
-- ["a/b"]

SELECT trim('  a '), ltrim('  a '), rtrim('  a ');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["a", "a ", "  a"]

SELECT trim(BOTH 'x' FROM 'xxaxx'), trim(LEADING 'x' FROM 'xxaxx');
-- ["_col0 varchar", "_col1 varchar"]
-- ["a", "axx"]

SELECT trim('xax', 'x');
-- ["_col0 varchar"]
-- ["a"]

SELECT substr('abc', 2), substr('abc', 2, 1), substr('abc', -2), substr('abc', -2, 1);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["bc", "b", "bc", "b"]

SELECT substr('abc', 0), substr('abc', 0, 2), substr('abc', 9), substr('abc', -9);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["", "", "", ""]

SELECT substring('abc', 2), substring('abc' FROM 2 FOR 1);
-- ["_col0 varchar", "_col1 varchar"]
-- ["bc", "b"]

SELECT split('a,b,c', ','), split('a,b,c', ',', 2), split('', ',');
-- ["_col0 array(varchar)", "_col1 array(varchar)", "_col2 array(varchar)"]
-- ["[a, b, c]", "[a, b,c]", "[]"]

SELECT split_part('a/b', '/', 1), split_part('a/b', '/', 3);
-- ["_col0 varchar", "_col1 varchar"]
-- ["a", null]

SELECT split_part('a/b', '/', 0);
-- error INVALID_FUNCTION_ARGUMENT: Index must be greater than zero

SELECT split_to_map('a=1&b=2', '&', '=');
-- ["_col0 map(varchar, varchar)"]
-- ["{a=1, b=2}"]

SELECT split_to_multimap('a=1&a=2', '&', '=');
-- ["_col0 map(varchar, array(varchar))"]
-- ["{a=[1, 2]}"]

SELECT strpos('abcabc', 'c'), strpos('abc', 'x'), strpos('abcabc', 'c', 2), position('b' IN 'abc');
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["3", "0", "6", "2"]

SELECT replace('abab', 'a', 'x'), replace('abab', 'a');
-- ["_col0 varchar", "_col1 varchar"]
-- ["xbxb", "bb"]

SELECT translate('abc', 'ab', 'xy');
-- ["_col0 varchar"]
-- ["xyc"]

SELECT lpad('7', 3, '0'), rpad('7', 3, '0'), lpad('abc', 2, '0');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["007", "700", "ab"]

SELECT chr(65), codepoint('A');
-- ["_col0 varchar", "_col1 integer"]
-- ["A", "65"]

SELECT starts_with('abc', 'ab'), 'abc' LIKE 'a%', 'abc' LIKE 'A%', 'a_c' LIKE 'a\_c' ESCAPE '\';
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "true", "false", "true"]

SELECT 'abc' NOT LIKE '%b%', 'a%c' LIKE 'a#%c' ESCAPE '#';
-- ["_col0 boolean", "_col1 boolean"]
-- ["false", "true"]

SELECT levenshtein_distance('kitten', 'sitting'), hamming_distance('abc', 'abd');
-- ["_col0 bigint", "_col1 bigint"]
-- ["3", "1"]

SELECT hamming_distance('abc', 'ab');
-- error INVALID_FUNCTION_ARGUMENT: The input strings to hamming_distance function must have the same length
-- words: Mismatch Function: Strings must be of equal length!

SELECT soundex('Robert');
-- ["_col0 varchar"]
-- ["R163"]

SELECT luhn_check('79927398713');
-- ["_col0 boolean"]
-- ["true"]

SELECT word_stem('running');
-- ["_col0 varchar"]
-- ["run"]
-- refused: function 'word_stem'

SELECT normalize('é', NFD) = 'é';
-- ["_col0 boolean"]
-- ["false"]
-- deviates: the form is taken for a column

SELECT to_utf8('ab'), from_utf8(to_utf8('ab'));
-- ["_col0 varbinary", "_col1 varchar"]
-- ["61 62", "ab"]

SELECT to_hex(to_utf8('ab')), from_hex('6162'), to_base64(to_utf8('ab')), from_base64('YWI=');
-- ["_col0 varchar", "_col1 varbinary", "_col2 varchar", "_col3 varbinary"]
-- ["6162", "61 62", "YWI=", "61 62"]

SELECT to_hex(md5(to_utf8('a'))), to_hex(sha1(to_utf8('a'))), to_hex(sha256(to_utf8('a')));
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["0CC175B9C0F1B6A831C399E269772661", "86F7E437FAA5A7FCE15D1DDCB9EAEAEA377667B8", "CA978112CA1BBDCAFAC231B39A23DC4DA786EFF8147C4E72B9807785AFEE48BB"]

SELECT to_hex(sha512(to_utf8('a')));
-- ["_col0 varchar"]
-- ["1F40FC92DA241694750979EE6CF582F2D5D7D28E18335DE05ABC54D0560E0F5302860C652BF08D560252AA5E74210546F369FBBBCE8C12CFC7957B2652FE9A75"]

SELECT to_hex(xxhash64(to_utf8('a')));
-- ["_col0 varchar"]
-- ["D24EC4F1A98C6E5B"]

SELECT crc32(to_utf8('a'));
-- ["_col0 bigint"]
-- ["3904355907"]

SELECT to_base64url(to_utf8('??>'));
-- ["_col0 varchar"]
-- ["Pz8-"]

SELECT regexp_like('abc', 'b'), regexp_like('abc', '^b'), regexp_like('ABC', '(?i)b');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "false", "true"]

SELECT regexp_extract('abc', 'b.'), regexp_extract('abc', 'x'), regexp_extract('abc', '(b)(c)', 2);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["bc", null, "c"]

SELECT regexp_extract('abc', '(b)(x)?', 2);
-- ["_col0 varchar"]
-- [null]

SELECT regexp_extract('abc', 'b', 1);
-- error INVALID_FUNCTION_ARGUMENT: Pattern has 0 groups. Cannot access group 1

SELECT regexp_extract_all('a1b22', '[0-9]+'), regexp_extract_all('a1b22', '([a-z])([0-9]+)', 2);
-- ["_col0 array(varchar)", "_col1 array(varchar)"]
-- ["[1, 22]", "[1, 22]"]

SELECT regexp_replace('abab', 'a'), regexp_replace('abab', '(a)', '$1-'), regexp_replace('abab', 'a', 'x');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["bb", "a-ba-b", "xbxb"]

SELECT regexp_replace('fun stuff', '(\w)(\w*)', '$2$1');
-- ["_col0 varchar"]
-- ["unf tuffs"]

SELECT regexp_replace('new york', '(\w)(\w*)', x -> upper(x[1]) || lower(x[2]));
-- ["_col0 varchar"]
-- ["New York"]

SELECT regexp_replace('2026-11', '(?<y>\d+)-(?<m>\d+)', '${m}/${y}');
-- ["_col0 varchar"]
-- ["11/2026"]

SELECT regexp_split('a1b2c', '[0-9]'), regexp_count('a1b2c', '[0-9]'), regexp_position('a1b2c', '[0-9]');
-- ["_col0 array(varchar)", "_col1 bigint", "_col2 integer"]
-- ["[a, b, c]", "2", "2"]

SELECT regexp_like('price: $5', '\$\d');
-- ["_col0 boolean"]
-- ["true"]

SELECT regexp_like('foobar', 'foo(?=bar)');
-- ["_col0 boolean"]
-- ["true"]
-- refused: a regular expression with (?=

SELECT regexp_like('aa', '(a)\1');
-- ["_col0 boolean"]
-- ["true"]

SELECT regexp_like('a', '[');
-- error INVALID_FUNCTION_ARGUMENT: premature end of char-class

SELECT regexp_like('a
b', 'a.b');
-- ["_col0 boolean"]
-- ["false"]

SELECT regexp_extract('utm_source=mail&x=1', 'utm_source=([^&]*)', 1);
-- ["_col0 varchar"]
-- ["mail"]

SELECT format('%s is %d years', 'Ann', 7);
-- ["_col0 varchar"]
-- ["Ann is 7 years"]

SELECT format('%05d|%5s|%-5s|%.2f|%x', 42, 'a', 'b', 1.005, 255);
-- ["_col0 varchar"]
-- ["00042|    a|b    |1.01|ff"]

SELECT format('%,d', 1234567);
-- ["_col0 varchar"]
-- ["1,234,567"]

SELECT format('%,.1f%%', 12345.67);
-- ["_col0 varchar"]
-- ["12,345.7%"]

SELECT format('%s', 1.5), format('%s', true), format('%s', null);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["1.5", "true", "null"]
-- refused: format of unknown with %s

SELECT format('%03d', 7) || format('%8.3f', pi());
-- ["_col0 varchar"]
-- ["007   3.142"]

SELECT format('%e', 12345.678);
-- ["_col0 varchar"]
-- ["1.234568e+04"]

SELECT format('%s');
-- error SYNTAX_ERROR: line 1:8: The 'format' function must have at least two arguments
-- deviates: the code is INVALID_FUNCTION_ARGUMENT

SELECT format('%d', 'x');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %d (IllegalFormatConversion: d != java.lang.String)
-- words: Invalid format string: %d (d != varchar)

SELECT format('%tY', timestamp '2026-11-23 22:00:00');
-- ["_col0 varchar"]
-- ["2026"]
-- refused: format of timestamp with %t

SELECT format_number(1234567);
-- ["_col0 varchar"]
-- ["1.23M"]

SELECT url_extract_host('https://me@a.example:8080/p/q?x=1#f'), url_extract_port('https://a.example:8080/p'), url_extract_protocol('https://a.example/');
-- ["_col0 varchar", "_col1 bigint", "_col2 varchar"]
-- ["a.example", "8080", "https"]

SELECT url_extract_path('https://a.example/p/q?x=1'), url_extract_query('https://a.example/p?x=1&y=2'), url_extract_fragment('https://a.example/p#top');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["/p/q", "x=1&y=2", "top"]

SELECT url_extract_parameter('https://a.example/p?x=1&y=a%20b', 'y'), url_extract_parameter('https://a.example/p?x=1', 'z');
-- ["_col0 varchar", "_col1 varchar"]
-- ["a b", null]

SELECT url_extract_parameter('https://a.example/p?x=1&x=2', 'x'), url_extract_parameter('https://a.example/p?x', 'x');
-- ["_col0 varchar", "_col1 varchar"]
-- ["1", ""]

SELECT url_extract_host('/p/q'), url_extract_path('/p/q'), url_extract_query('/p/q'), url_extract_port('https://a.example/');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 bigint"]
-- ["", "/p/q", "", null]

SELECT url_extract_host('not a url');
-- ["_col0 varchar"]
-- [null]

SELECT url_encode('a b&c/ü'), url_decode('a%20b%26c+d');
-- ["_col0 varchar", "_col1 varchar"]
-- ["a+b%26c%2F%C3%BC", "a b&c d"]

SELECT url_extract_path('https://a.example'), url_extract_query('https://a.example/?');
-- ["_col0 varchar", "_col1 varchar"]
-- ["", ""]

SELECT 'a' < 'b', 'a' = 'A', 'abc' BETWEEN 'abb' AND 'abd';
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean"]
-- ["true", "false", "true"]

SELECT 'a' = 'a ';
-- ["_col0 boolean"]
-- ["false"]

SELECT length(12);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function length. Expected: length(char(x)), length(varbinary), length(varchar(x))

SELECT upper(null);
-- ["_col0 varchar"]
-- [null]

SELECT lower(5);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function lower. Expected: lower(char(x)), lower(varchar(x))

SELECT unknown_function('a');
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'unknown_function' not registered

SELECT list_sum(ARRAY[1]);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'list_sum' not registered

SELECT ifnull(1, 2);
-- error FUNCTION_NOT_FOUND: line 1:8: Function 'ifnull' not registered

SELECT contains('abc', 'b');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (varchar(3), varchar(1)) for function contains. Expected: contains(array(t), t) T:comparable, contains(varchar, ipaddress)

SELECT U&'\00e9';
-- ["_col0 varchar"]
-- ["é"]
