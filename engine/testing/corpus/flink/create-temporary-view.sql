-- form: create-view
-- expect: runs
CREATE TEMPORARY VIEW dear AS SELECT zone, fare FROM rides WHERE fare > 50;
