-- form: literals
-- expect: runs
SELECT fare FROM rides WHERE ts >= TIMESTAMP '2024-01-01 00:00:00' AND ts < TIMESTAMP '2024-01-02T00:00:00Z';
