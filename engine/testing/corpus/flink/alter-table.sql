-- form: other-statements
-- expect: UNSUPPORTED_STATEMENT
ALTER TABLE rides RENAME TO trips;
