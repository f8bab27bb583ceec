-- form: wrong-frame
-- expect: SYNTAX_EXPECTED
SELECT SUM(fare) OVER (ROWS WINDOW BUFFER ROWS PARTITION BY zone) AS x FROM rides;
