-- form: except-intersect
-- expect: UNSUPPORTED_SET_OPERATION
SELECT driver FROM rides UNION ALL SELECT driver FROM tips INTERSECT SELECT trader FROM trades;
