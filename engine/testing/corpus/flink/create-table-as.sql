-- form: create-table-as
-- expect: UNSUPPORTED_PLAIN_SELECT
CREATE TABLE dear WITH ('connector' = 'print') AS SELECT zone, fare FROM rides WHERE fare > 50;
