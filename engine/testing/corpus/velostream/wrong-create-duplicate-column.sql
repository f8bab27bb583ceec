-- form: wrong-create
-- expect: DUPLICATE_COLUMN
CREATE STREAM visits (visitor STRING, visitor STRING);
SELECT visitor FROM visits;
