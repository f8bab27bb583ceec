-- form: create-view
-- expect: runs
CREATE VIEW dear AS SELECT zone, fare FROM rides WHERE fare > 50;
