-- form: extract
-- expect: runs
SELECT EXTRACT(YEAR FROM ts) AS y, EXTRACT(HOUR FROM ts) AS h, EXTRACT(DOW FROM ts) AS d, EXTRACT(EPOCH FROM ts) AS e FROM rides;
