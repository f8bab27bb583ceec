-- form: wrong-types
-- expect: UNSUPPORTED_LIMIT
SELECT zone FROM rides LIMIT 'ten';
