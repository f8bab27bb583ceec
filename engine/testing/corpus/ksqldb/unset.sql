-- form: set
-- expect: UNSUPPORTED_NO_QUERY
UNSET 'auto.offset.reset';
