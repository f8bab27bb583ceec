-- form: several-statements
-- expect: UNSUPPORTED_SEVERAL_QUERIES
SELECT zone FROM rides;
SELECT driver FROM tips;
