-- form: show
-- expect: UNSUPPORTED_SHOW
LIST TOPICS;
