-- form: wrong-types
-- expect: BAD_LIMIT
SELECT zone FROM rides LIMIT 'ten';
