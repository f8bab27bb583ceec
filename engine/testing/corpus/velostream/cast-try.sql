-- form: cast-try
-- expect: runs
SELECT TRY_CAST(zone AS BIGINT) AS number FROM rides;
