-- form: except-intersect
-- expect: UNSUPPORTED_SET_OPERATION
SELECT driver FROM rides INTERSECT SELECT driver FROM tips;
