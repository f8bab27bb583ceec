-- form: pipeline
-- expect: UNSUPPORTED_PIPELINE
CREATE STREAM dear AS SELECT zone, fare FROM rides WHERE fare > 50;
SELECT zone, COUNT(*) AS n FROM dear GROUP BY zone;
