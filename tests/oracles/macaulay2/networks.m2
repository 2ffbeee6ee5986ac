-- What jacobians.m2 and images.m2 share: polynomial networks.
--
-- A network is [widths, activations, biases]: the widths d_0, ..., d_L; for each hidden layer the coefficients
-- c_0, c_1, ... of its activation; whether all neurons of the layers 1, ..., L have biases. The weights of a layer are
-- a list of rows, one for each neuron, with its bias at the end if there are biases.

load(currentFileDirectory | "lists.m2");

-- for each layer the number of rows and of columns of its weights
shapes = (widths, biases) -> apply(#widths - 1, l -> (widths#(l+1), widths#l + if biases then 1 else 0))

-- the outputs for a list of inputs from any ring
outputs = (weights, activations, biases, inputs) -> (
    h := inputs;
    for l to #weights - 1 do (
        if l > 0 then h = apply(h, t -> fold((value, c) -> value * t + c, reverse activations#(l-1)));
        if biases then h = append(h, 1);
        h = apply(weights#l, row -> sum(row, h, times)));
    h)
