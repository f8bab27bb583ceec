-- form: create-table
-- expect: UNSUPPORTED_TABLE
CREATE TABLE zones (zone STRING PRIMARY KEY, city STRING);
SELECT zone, city FROM zones;
