-- form: literals
-- expect: runs
SELECT DATE '2024-02-29' AS leap, fare FROM rides;
