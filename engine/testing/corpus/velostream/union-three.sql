-- form: union-all
-- expect: UNSUPPORTED_SET_OPERATION
SELECT driver FROM rides UNION ALL SELECT driver FROM tips UNION ALL SELECT trader FROM trades;
