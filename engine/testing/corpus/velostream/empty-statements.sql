-- form: several-statements
-- expect: runs
;;SELECT zone FROM rides;;
