-- form: except-intersect
-- expect: UNSUPPORTED_SET_OPERATION
SELECT driver FROM rides EXCEPT SELECT driver FROM tips;
