-- form: nested-functions
-- expect: UNSUPPORTED_FUNCTION
SELECT zone, EXPLODE(ARRAY[driver]) AS one FROM rides EMIT CHANGES;
