-- form: create-stream
-- expect: UNSUPPORTED_NO_QUERY
CREATE STREAM visits (visitor STRING);
