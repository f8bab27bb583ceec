-- form: flink-refuses
-- expect: UNSUPPORTED_SEVERAL_OVER
SELECT zone, SUM(fare) OVER (PARTITION BY zone ORDER BY ts) AS a, SUM(fare) OVER (PARTITION BY driver ORDER BY ts) AS b FROM rides;
