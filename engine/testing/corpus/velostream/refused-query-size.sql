-- form: query-size
-- expect: UNSUPPORTED_QUERY_SIZE
WITH a AS (SELECT passengers AS x FROM rides),
b0 AS (SELECT x + x + x + x + x + x + x + x + x + x AS x FROM a),
b1 AS (SELECT x + x + x + x + x + x + x + x + x + x AS x FROM b0),
b2 AS (SELECT x + x + x + x + x + x + x + x + x + x AS x FROM b1),
b3 AS (SELECT x + x + x + x + x + x + x + x + x + x AS x FROM b2),
b4 AS (SELECT x + x + x + x + x + x + x + x + x + x AS x FROM b3)
SELECT x FROM b4;
