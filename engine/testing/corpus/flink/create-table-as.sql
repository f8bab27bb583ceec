-- form: create-table-as
-- expect: runs
CREATE TABLE dear WITH ('connector' = 'print') AS SELECT zone, fare FROM rides WHERE fare > 50;
