-- form: wrong-options
-- expect: DUPLICATE_OPTION
SELECT zone FROM rides WITH ('late.data.strategy' = 'drop', 'late.data.strategy' = 'process_all');
