-- form: literals
-- expect: runs
SELECT 9223372036854775807 AS most, -9223372036854775807 AS least FROM rides;
