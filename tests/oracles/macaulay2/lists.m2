-- What all scripts share: how questions are read from a file and how answers are written.

listed = v -> if instance(v, Array) then apply(toList v, listed) else v
written = v -> (
    if instance(v, List) then concatenate("[", between(", ", apply(v, written)), "]")
    else if instance(v, String) then concatenate("\"", v, "\"")
    else toString v)

-- the lists of a file beside the scripts: its lines that begin with a bracket
questions = name -> apply(select(lines get (currentFileDirectory | name), line -> match("^\\[", line)), listed @@ value)

heading = text -> << "-- Macaulay2 " << version#"VERSION" << ", " << first lines get "!date +%F" << ": " << text << endl;
