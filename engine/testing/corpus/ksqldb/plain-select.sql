-- form: plain-select
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT zone, fare FROM rides WHERE fare > 5 EMIT CHANGES;
