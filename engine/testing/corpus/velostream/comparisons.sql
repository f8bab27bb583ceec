-- form: comparison
-- expect: runs
SELECT fare FROM rides WHERE fare = 1 OR fare <> 2 OR fare != 3 OR fare < 4 OR fare <= 5 OR fare > 6 OR fare >= 7;
