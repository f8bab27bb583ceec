-- form: other-statements
-- expect: UNSUPPORTED_STATEMENT
ASSERT TOPIC rides;
