-- form: match-recognize
-- expect: UNSUPPORTED_TABLE_FORM
SELECT * FROM trades MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY ts MEASURES A.price AS first PATTERN (A B) DEFINE B AS B.price > A.price) AS m;
