-- form: set
-- expect: UNSUPPORTED_SETTING
SET TIME ZONE 'Europe/Berlin';
