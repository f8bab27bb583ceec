-- form: cast-colons
-- expect: runs
SELECT zone::BIGINT AS number, (fare + 1)::STRING AS text FROM rides;
