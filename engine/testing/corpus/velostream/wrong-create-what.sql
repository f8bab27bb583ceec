-- form: wrong-create
-- expect: UNSUPPORTED_STATEMENT
CREATE visits (visitor STRING);
