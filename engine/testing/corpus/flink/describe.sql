-- form: describe
-- expect: UNSUPPORTED_DESCRIBE
DESCRIBE rides;
