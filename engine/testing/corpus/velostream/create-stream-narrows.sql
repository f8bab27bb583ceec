-- form: create-stream
-- expect: UNKNOWN_COLUMN
-- what a definition leaves out, a query does not see
CREATE STREAM visits (visitor STRING, at TIMESTAMP);
SELECT visitor, page FROM visits;
