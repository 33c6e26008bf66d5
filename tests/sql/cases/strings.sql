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

SELECT format('%03d', 7) || format('%8.3f', pi());
-- ["_col0 varchar"]
-- ["007   3.142"]

SELECT format('%e', 12345.678);
-- ["_col0 varchar"]
-- ["1.234568e+04"]

SELECT format('%s');
-- error SYNTAX_ERROR: line 1:8: The 'format' function must have at least two arguments

SELECT format('%d', 'x');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %d (IllegalFormatConversion: d != java.lang.String)

SELECT format('%tY', timestamp '2026-11-23 22:00:00');
-- ["_col0 varchar"]
-- ["2026"]

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

SELECT length('a𝒳é'), upper('straße'), lower('ÀÉ'), reverse('héllo'), substr('héllo', 2, 3), strpos('héllo', 'l');
-- ["_col0 bigint", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 bigint"]
-- ["3", "STRAßE", "àé", "olléh", "éll", "3"]

SELECT lpad('abc', 5, 'xy'), rpad('abc', 2, 'x'), lpad('a', 0, 'x'), lpad('é', 3, 'ü');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["xyabc", "ab", "", "üüé"]

SELECT lpad('a', -1, 'x');
-- error INVALID_FUNCTION_ARGUMENT: Target length must be in the range [0..2147483647]

SELECT lpad('a', 3, '');
-- error INVALID_FUNCTION_ARGUMENT: Padding string must not be empty

SELECT split('a.b.c', '.'), split('a..b', '.'), split('abc', ''), split('a,b,c', ',', 1);
-- error INVALID_FUNCTION_ARGUMENT: The delimiter may not be the empty string

SELECT split('a,b', ',', 0);
-- error INVALID_FUNCTION_ARGUMENT: Limit must be positive

SELECT split_part('a,b,c', ',', 2), split_part('abc', ',', 1), split_part('', ',', 1), split_part('abc', '', 2);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["b", "abc", "", "b"]

SELECT substr('hello', 2, 100), substr('hello', -3, 2), substr('hello', 6), substring('hello', -10, 3), substr('hello', 1, -1);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar"]
-- ["ello", "ll", "", "", ""]

SELECT trim('  x '), trim(BOTH FROM '  x '), trim(TRAILING 'x' FROM 'axx'), ltrim('xxa', 'x'), rtrim('abcba', 'ab');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar"]
-- ["x", "x", "a", "a", "abc"]

SELECT replace('aaa', 'a', 'bb'), replace('abc', '', '-'), replace('abc', 'x'), translate('abcd', 'abc', 'x');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["bbbbbb", "-a-b-c-", "abc", "xd"]

SELECT concat('a', 'b', 'c', 'd'), 'a' || 'b' || cast(1 as varchar), concat_ws(',', 'a', null, 'c'), concat_ws(',', ARRAY['a', null, 'b']);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["abcd", "ab1", "a,c", "a,b"]

SELECT concat(cast(1 as varchar), 'x'), concat(ARRAY[1], ARRAY[2], ARRAY[3]);
-- ["_col0 varchar", "_col1 array(integer)"]
-- ["1x", "[1, 2, 3]"]

SELECT chr(65), chr(8364), codepoint('A'), codepoint('€'), ascii('a');
-- error FUNCTION_NOT_FOUND: line 1:60: Function 'ascii' not registered

SELECT chr(-1);
-- error INVALID_FUNCTION_ARGUMENT: Not a valid Unicode code point: -1
-- words: Invalid UTF8 Codepoint -1

SELECT starts_with('abc', 'ab'), starts_with('abc', ''), ends_with('abc', 'c');
-- error FUNCTION_NOT_FOUND: line 1:58: Function 'ends_with' not registered

SELECT levenshtein_distance('kitten', 'sitting'), hamming_distance('abc', 'abd'), soundex('hello');
-- ["_col0 bigint", "_col1 bigint", "_col2 varchar"]
-- ["3", "1", "H400"]

SELECT position('l' IN 'hello'), strpos('hello', ''), strpos('hello', 'l', 2), strpos('hello', 'l', -1);
-- ["_col0 bigint", "_col1 bigint", "_col2 bigint", "_col3 bigint"]
-- ["3", "1", "4", "4"]

SELECT to_utf8('é'), from_utf8(to_utf8('é')), to_hex(to_utf8('ab')), from_hex('6162'), to_base64(to_utf8('ab')), from_base64('YWI=');
-- ["_col0 varbinary", "_col1 varchar", "_col2 varchar", "_col3 varbinary", "_col4 varchar", "_col5 varbinary"]
-- ["c3 a9", "é", "6162", "61 62", "YWI=", "61 62"]

SELECT from_hex('6');
-- error INVALID_FUNCTION_ARGUMENT: invalid input length 1

SELECT from_base64('a');
-- error INVALID_FUNCTION_ARGUMENT: Input byte[] should at least have 2 bytes for base64 bytes
-- words: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4

SELECT url_encode('a b&c=d/é'), url_decode('a+b%26c%3Dd');
-- ["_col0 varchar", "_col1 varchar"]
-- ["a+b%26c%3Dd%2F%C3%A9", "a b&c=d"]

SELECT url_extract_host('http://u:p@example.com:8080/a/b?x=1#f'), url_extract_port('http://example.com:8080/'), url_extract_port('http://example.com/'), url_extract_path('http://example.com/a/b?x=1'), url_extract_query('http://example.com/?x=1&y=2#f'), url_extract_fragment('http://e.com/#f'), url_extract_protocol('https://e.com');
-- ["_col0 varchar", "_col1 bigint", "_col2 bigint", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar"]
-- ["example.com", "8080", null, "/a/b", "x=1&y=2", "f", "https"]

SELECT url_extract_parameter('http://e.com/?a=1&b=x%20y&a=2', 'a'), url_extract_parameter('http://e.com/?a=1&b=x%20y', 'b'), url_extract_parameter('http://e.com/?a', 'a'), url_extract_parameter('http://e.com/', 'a');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar"]
-- ["1", "x y", "", null]

SELECT url_extract_host('not a url'), url_extract_path(''), url_extract_query('?a=1');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- [null, "", "a=1"]

SELECT regexp_like('abc123', '\d+'), regexp_like('abc', '^b'), regexp_like('ABC', '(?i)abc'), regexp_like('a.c', 'a\.c');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "false", "true", "true"]

SELECT regexp_extract('abc123def', '\d+'), regexp_extract('abc', '\d+'), regexp_extract('key=value', '(\w+)=(\w+)', 2);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["123", null, "value"]

SELECT regexp_extract_all('1a 2b 14m', '\d+'), regexp_extract_all('1a 2b 14m', '(\d+)([a-z]+)', 2), regexp_extract_all('abc', '\d');
-- ["_col0 array(varchar)", "_col1 array(varchar)", "_col2 array(varchar)"]
-- ["[1, 2, 14]", "[a, b, m]", "[]"]

SELECT regexp_replace('1a 2b 14m', '\d+[ab] '), regexp_replace('1a 2b', '(\d+)([ab])', '$2$1'), regexp_replace('abc', 'b', '\\');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["14m", "a1 b2", "a\\c"]

SELECT regexp_replace('hello world', '\bw', 'W'), regexp_replace('aaa', 'a*', 'b'), regexp_replace('a.b', '\.', '$0$0');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["hello World", "bb", "a..b"]

SELECT regexp_split('1a 2b 14m', '\s*[a-z]+\s*'), regexp_split('abc', 'x'), regexp_split('', 'x');
-- ["_col0 array(varchar)", "_col1 array(varchar)", "_col2 array(varchar)"]
-- ["[1, 2, 14, ]", "[abc]", "[]"]

SELECT regexp_count('1a 2b 14m', '\s*[a-z]+\s*'), regexp_position('I have 23 apples', '\d+'), regexp_position('23 and 45', '\d+', 3), regexp_position('23 and 45', '\d+', 1, 2);
-- ["_col0 bigint", "_col1 integer", "_col2 integer", "_col3 integer"]
-- ["3", "8", "8", "8"]

SELECT regexp_extract('foobar', 'foo(?=bar)'), regexp_extract('foobaz', 'foo(?!bar)'), regexp_extract('xbar', '(?<=x)bar'), regexp_like('abab', '(ab)\1');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 boolean"]
-- ["foo", "foo", "bar", "true"]

SELECT regexp_extract(x, p) FROM (VALUES ('abc', 'b.'), ('xyz', 'q'), (null, 'a')) AS t(x, p);
-- ["_col0 varchar"]
-- ["bc"]
-- [null]
-- [null]

SELECT regexp_like('a', '(?P<n>a');
-- error INVALID_FUNCTION_ARGUMENT: undefined group option
-- words: end pattern with unmatched parenthesis

SELECT regexp_extract('https://x.de/menu/42?q=1', '/menu/(\d+)', 1), regexp_replace('https://x.de/menu/42?q=1', '\?.*$', '');
-- ["_col0 varchar", "_col1 varchar"]
-- ["42", "https://x.de/menu/42"]

SELECT regexp_like('file.html', '\.html$'), regexp_like('file.htm', '\.html?$'), regexp_like('x', '^$'), regexp_like('', '^$');
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean"]
-- ["true", "true", "false", "true"]

SELECT format('%s has %d items worth %.2f', 'cart', 3, 9.5), format('%,d', 1234567), format('%05d', 42), format('%x', 255), format('%e', 12345.678);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar"]
-- ["cart has 3 items worth 9.50", "1,234,567", "00042", "ff", "1.234568e+04"]

SELECT format('%10s|%-10s|', 'a', 'b'), format('%%'), format('%b', true), format('%c', 'a');
-- error SYNTAX_ERROR: line 1:41: The 'format' function must have at least two arguments

SELECT format('%s %s', 1);
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %s %s (MissingFormatArgument: Format specifier '%s')

SELECT format('%d', 1.5);
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %d (IllegalFormatConversion: d != java.lang.Double)

SELECT format('%s', ARRAY[1]);
-- error NOT_SUPPORTED: line 1:21: Type not supported for formatting: array(integer)

SELECT format('%.3s', 'abcdef'), format('%s', date '2026-01-01'), format('%s', timestamp '2026-01-01 10:00:00');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["abc", "2026-01-01", "2026-01-01T10:00"]

SELECT format('%2$s %1$s', 'a', 'b');
-- ["_col0 varchar"]
-- ["b a"]

SELECT format('%tY-%1$tm', date '2026-01-01');
-- ["_col0 varchar"]
-- ["2026-01"]

SELECT cast('abc' as char(2)), typeof(cast('abc' as varchar(2))), cast(12345 as varchar(3));
-- error INVALID_CAST_ARGUMENT: Value 12345 cannot be represented as varchar(3)

SELECT cast(12345 as varchar(5)), cast(true as varchar), cast(1.5 as varchar), cast(decimal '1.50' as varchar), cast(date '2026-01-01' as varchar), cast(timestamp '2026-01-01 10:00:00.5' as varchar);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["12345", "true", "1.5E0", "1.50", "2026-01-01", "2026-01-01 10:00:00.5"]

SELECT 'a' < 'B', 'a' < 'b', 'é' > 'z', '' < 'a', 'a' = 'a ';
-- ["_col0 boolean", "_col1 boolean", "_col2 boolean", "_col3 boolean", "_col4 boolean"]
-- ["false", "true", "true", "true", "false"]

SELECT max(x), min(x) FROM (VALUES 'b', 'a', 'Z', 'é') AS t(x);
-- ["_col0 varchar", "_col1 varchar"]
-- ["é", "Z"]

SELECT normalize('é', NFD) = 'é', normalize('é');
-- ["_col0 boolean", "_col1 varchar"]
-- ["false", "é"]

SELECT luhn_check('79927398713'), to_base(255, 2), from_base('11111111', 2), to_base64url(to_utf8('??')), to_hex(xxhash64(to_utf8('hello world, this is a long text of more than 32 bytes')));
-- ["_col0 boolean", "_col1 varchar", "_col2 bigint", "_col3 varchar", "_col4 varchar"]
-- ["true", "11111111", "255", "Pz8=", "7799A56D11A4EEA8"]

SELECT to_hex(hmac_sha256(to_utf8('a'), to_utf8('k'))), to_hex(sha512(to_utf8(''))), crc32(to_utf8('hello')), to_base32(to_utf8('a')), from_base32('ME======');
-- ["_col0 varchar", "_col1 varchar", "_col2 bigint", "_col3 varchar", "_col4 varbinary"]
-- ["78DA91511E675587F5B9DF78BEDEBAF5560DA2ABB88162EE875DCDF744951D9E", "CF83E1357EEFB8BDF1542850D66D8007D620E4050B5715DC83F4A921D36CE9CE47D0D13C5D85F2B0FF8318D2877EEC2F63B931BD47417A81A538327AF927DA3E", "907060870", "ME======", "61"]

SELECT split_to_map('a=1,b=2', ',', '='), split_to_multimap('a=1,a=2,b=3', ',', '='), split_to_map('', ',', '=');
-- ["_col0 map(varchar, varchar)", "_col1 map(varchar, array(varchar))", "_col2 map(varchar, varchar)"]
-- ["{a=1, b=2}", "{a=[1, 2], b=[3]}", "{}"]

SELECT split_to_map('a=1,a=2', ',', '=');
-- error INVALID_FUNCTION_ARGUMENT: Duplicate keys (a) are not allowed

SELECT split_to_map('a', ',', '=');
-- error INVALID_FUNCTION_ARGUMENT: Key-value delimiter must appear exactly once in each entry. Bad input: 'a'

SELECT human_readable_seconds(96), human_readable_seconds(3762), human_readable_seconds(56363463), format_number(123456), format_number(1000000), format_number(999);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["1 minute, 36 seconds", "1 hour, 2 minutes, 42 seconds", "93 weeks, 1 day, 8 hours, 31 minutes, 3 seconds", "123K", "1M", "999"]

SELECT length(null), upper(null), 'a' || null, concat('a', cast(null as varchar));
-- ["_col0 bigint", "_col1 varchar", "_col2 array(varchar)", "_col3 varchar"]
-- [null, null, null, null]

SELECT array_join(split('a b c', ' '), '-'), array_join(ARRAY[1, null, 3], ','), array_join(ARRAY[1, null, 3], ',', '?');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["a-b-c", "1,3", "1,?,3"]

SELECT hamming_distance('a', 'ab');
-- error INVALID_FUNCTION_ARGUMENT: The input strings to hamming_distance function must have the same length

SELECT substr(12345, 1);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer, integer) for function substr. Expected: substr(char(x), bigint), substr(char(x), bigint, bigint), substr(varbinary, bigint), substr(varbinary, bigint, bigint), substr(varchar(x), bigint), substr(varchar(x), bigint, bigint)

SELECT 'a' + 'b';
-- error TYPE_MISMATCH: line 1:12: Cannot apply operator: varchar(1) + varchar(1)

SELECT length(1);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function length. Expected: length(char(x)), length(varbinary), length(varchar(x))

SELECT repeat('ab', 3);
-- ["_col0 array(varchar)"]
-- ["[ab, ab, ab]"]

SELECT lower(x) FROM (VALUES 1) AS t(x);
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (integer) for function lower. Expected: lower(char(x)), lower(varchar(x))

SELECT codepoint('ab');
-- error FUNCTION_NOT_FOUND: line 1:8: Unexpected parameters (varchar(2)) for function codepoint. Expected: codepoint(varchar(1))

SELECT cast('abc' as varchar(2)), cast('ab' as char(4)), length(cast('ab' as char(4))), cast('ab' as char(4)) = 'ab  ', cast('ab' as char(4)) || 'x';
-- ["_col0 varchar", "_col1 char(4)", "_col2 bigint", "_col3 boolean", "_col4 char(5)"]
-- ["ab", "ab  ", "4", "true", "ab  x"]

SELECT format('%1$s %1$s %2$d', 'a', 5), format('%2$s-%1$s', 'x', 'y'), format('%s %<s %s', 'x', 'y');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["a a 5", "y-x", "x x y"]

SELECT format('%c', 'a');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %c (IllegalFormatConversion: c != java.lang.String)

SELECT format('%c', 97);
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %c (IllegalFormatConversion: c != java.lang.Long)

SELECT format('%s', ARRAY[1, 2]);
-- error NOT_SUPPORTED: line 1:21: Type not supported for formatting: array(integer)

SELECT format('%s', timestamp '2026-01-01 10:00:00'), format('%s', timestamp '2026-01-01 10:00:05.120'), format('%s', timestamp '2026-01-01 10:00:00 UTC');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar"]
-- ["2026-01-01T10:00", "2026-01-01T10:00:05.120", "2026-01-01T10:00Z[UTC]"]

SELECT format('%S', 'abc'), format('%b', true), format('%,d', 1234567), format('%08.2f', 3.14159), format('%x', 255), format('%X', 255), format('%o', 8), format('%e', 12345.678);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar", "_col6 varchar", "_col7 varchar"]
-- ["ABC", "true", "1,234,567", "00003.14", "ff", "FF", "10", "1.234568e+04"]

SELECT format('%s %s %s', 1.5, DECIMAL '2.50', cast(null as varchar)), format('%5s|%-5s|', 'ab', 'cd'), format('%.3s', 'abcdef'), format('%+d', 5), format('%(d', -5), format('%s', real '1.5');
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["1.5 2.50 null", "   ab|cd   |", "abc", "+5", "(5)", "1.5"]
-- refused: format of integer with %(d

SELECT format('%s', ROW(1, 'a'));
-- error NOT_SUPPORTED: line 1:21: Type not supported for formatting: row(integer, varchar(1))
-- words: Type not supported for formatting: row(integer, varchar(1))

SELECT format('%s', json '{"a":1}');
-- ["_col0 varchar"]
-- ["{\"a\":1}"]

SELECT format('%tY', 'a');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %tY (IllegalFormatConversion: Y != java.lang.String)

SELECT format('%3$s', 'a');
-- error INVALID_FUNCTION_ARGUMENT: Invalid format string: %3$s (MissingFormatArgument: Format specifier '%3$s')

SELECT url_extract_query(u), url_extract_path(u), url_extract_fragment(u), url_extract_parameter(u, 'q'), url_extract_parameter(u, 'r'), url_extract_parameter(u, 'none') FROM (VALUES 'http://x.y/a%20b/c+d?q=a%26b+c&r=1%2B1#f%20g') AS t(u);
-- ["_col0 varchar", "_col1 varchar", "_col2 varchar", "_col3 varchar", "_col4 varchar", "_col5 varchar"]
-- ["q=a&b+c&r=1+1", "/a b/c+d", "f g", "a&b c", "1+1", null]

SELECT contains('10.0.0.0/8', cast('10.0.0.1' AS ipaddress));
-- ["_col0 boolean"]
-- ["true"]
-- refused: the type ipaddress
