-- form: other-statements
-- expect: UNSUPPORTED_STATEMENT
DEFINE size = '1 MINUTE';
