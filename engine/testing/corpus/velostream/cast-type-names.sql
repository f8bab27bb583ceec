-- form: types
-- expect: runs
SELECT CAST(passengers AS INT) AS a, CAST(passengers AS INTEGER) AS b, CAST(passengers AS FLOAT) AS c, CAST(passengers AS REAL) AS d, CAST(passengers AS VARCHAR) AS e, CAST(passengers AS TEXT) AS f, CAST(shared AS BOOL) AS g, CAST(passengers AS NUMERIC(12, 2)) AS h, CAST(zone AS TIMESTAMP) AS i FROM rides;
