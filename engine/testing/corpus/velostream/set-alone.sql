-- form: set
-- expect: UNSUPPORTED_SHOW
SET;
