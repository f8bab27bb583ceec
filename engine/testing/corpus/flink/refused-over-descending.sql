-- form: flink-refuses
-- expect: UNSUPPORTED_DESCENDING_OVER
SELECT zone, SUM(fare) OVER (PARTITION BY zone ORDER BY ts DESC) AS back FROM rides;
