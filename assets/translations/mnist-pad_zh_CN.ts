<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccuracyPanel</name>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} training {train:.2f} % · test {test:.2f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch:.0f}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;It was a …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not keep this drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My drawings: what was kept (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learn mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from my drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {digit}, although it reads {read} at {certainty}. Take back, if that was a slip.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Given up after {seconds:.0f} s: a file did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>It was a {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was a {digit}: keep the drawing so (press {digit})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>What you wrote, by row, and how it is read, by column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote {label}, it is read as {answer}: {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles of your {label}: {styles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles of your {label}: none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>What was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learning brought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read right before and after: your drawings, each by a network that had not learnt from it, and MNIST&apos;s test set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misread? Click the right digit, or press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {digit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours {before:,} → {after:,} of {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurrentRunStore</name>
    <message>
        <source>The run failed; the pad reads with the weights from before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{figure} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>What the network sees, 28 by 28 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersCurves</name>
    <message>
        <source>Largest weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layers}: {value} at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonCurves</name>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Update variables in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight is to become a little smaller along its gradient. One writes that as in mathematics:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first update works. It leaves plain tensors where the variables were, and a tape watches variables only: at the second update, every gradient is None, and the rate times None cannot be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable is to stay, and its value to change:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variables stay variables, the tape goes on watching them, and the loss falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change variables with assign_sub; never put a tensor in their place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare equal types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has learnt a little; now the right answers to the test images are to be counted. The labels are int32:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow compares equal types only, and converts none of its own accord. The answers are int64, the labels int32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels become what the answers are:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are int64 now, and the fraction of right answers comes out as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the dtype of both sides before you compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argmax answers int64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does int64 come from, if nobody asked for it? From here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argmax answers int64 unless it is told otherwise, however small the numbers are. That is why lesson 2 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be told what to answer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers have the labels&apos; type from the start; there is nothing to convert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argmax takes an output_type; without it, it answers int64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale the features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels are numbers already, from 0 to 255. One takes them as they are, with weights of deviation 1 and the squared error:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer multiplies what is large already: the first loss is beyond ten billion. Its gradient throws the weights farther still, to infinity; infinity less infinity is no number, and the accuracy stays at chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs between -0.5 and 0.5 are of the size of the weights. The weights start smaller, too; with deviation 1, it would fail a few steps later, as lesson 5 shows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss starts near 1 and falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale what goes in: x / 255 - 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start so that outputs are of order 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels are scaled now. The weights start with the deviation that is usual, 1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit adds up 784 inputs: with weights of order 1, each layer makes what it is given larger. The first loss is around a million, and the end is that of lesson 4, a few steps later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenth of it keeps outputs and gradients of order 1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The more inputs a layer has, the smaller its weights start: about the square root of 2 / inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use cross-entropy for many classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten outputs, and a one-hot row to compare them with. One takes the squared difference, as for any numbers:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learns, but slowly: the squared error wants ten numbers hit, where one needs to be the largest. After 20 epochs it reads little more than half of the test images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The softmax makes probabilities, and the label shall be likely:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network, the same seed, the same rate: 86 % where the squared error has 56.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a loss that asks for what you want: the right class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hopes: more layers, better optimizers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article closes with two hopes. The first: one layer more may add about two points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not by plain gradient descent, not so soon: a third hidden layer is more to move with the same small steps, and stays a little behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second: a better optimizer, here Adam, for two hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam gives each weight a step of its own length. It is beyond what plain descent reaches in 500 epochs after the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a network is trained often matters more than how deep it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Press Run it: the code runs, and fails as it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading TensorFlow …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step:,}: loss {loss:.4g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one would write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the &amp;lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the code as it stands, for real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the lesson&apos;s &amp;fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the mended code, from the same start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run goes on. Stop it, keep what it learnt, and run the lesson?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step:,.0f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite at step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyDrawings</name>
    <message>
        <source>My drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undelete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drawings yet. When the pad misreads you, press the digit it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawings could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export drawings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all drawings to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undelete drawings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a digit, or press an arrow key, to look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number}: digit {place} of {count} is {sign}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Weights saved in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is running: stop it, then load other weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel scaling, in the weights menu, chooses another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Drawing pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit or a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PadPanel</name>
    <message>
        <source>Pen width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen width: for your eyes only, the network&apos;s pen stays the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({files})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase instead of drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over a picture: what lies inside is read alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the &amp;whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor a weights file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>{y} by {x}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBar</name>
    <message>
        <source>Probability of {digit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadSample</name>
    <message>
        <source>{label}, not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, read {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, not a digit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Too small a mark to be a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits touch: leave a gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 1,000 strokes: too many to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ink found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeCard</name>
    <message>
        <source>The quickest way to a good network: Adam and a one-cycle schedule, five epochs. Expect 98.1 % of MNIST&apos;s test set in a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads real handwriting: every image is bent anew each time, with drawings in pen styles that MNIST lacks and counter-examples. Expect 99.3 % in a minute or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What made the built-in weights: with more drawings, and 470 epochs. Expect 99.2 % after seven minutes or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article&apos;s network as it ends up: cross-entropy, plain gradient descent at 0.001 (its lesson 6). Slow: 49 % after two epochs, 95 % after all 500.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article&apos;s network with squared error, before its lesson 6. Expect 56 % after 20 epochs where cross-entropy has 86 %, and 88 % after 500.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article&apos;s lesson 4: pixels from 0 to 255 as they are. It fails at once: watch the loss explode and become infinite at the second step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article&apos;s lesson 5: scaled pixels, but weights that start far too large. It fails within a few steps: watch the loss explode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the article&apos;s closing hopes: a third hidden layer. Expect 83 % after 20 epochs, a little behind two layers, as plain gradient descent has more to move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in use learn your drawings, beside images that are to be answered as before. First on halves of them, each to read the other half; then on all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Which drawings are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected drawings (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: what you wrote. Columns: how it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All your {label}s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} read as {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>{recipe}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epochs:,} epochs in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from new weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the built-in weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>No runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run was kept yet. Press Train: each run is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the selected run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with this run&apos;s weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this run a name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note to this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undelete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weights …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Curves as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves as &amp;picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;TensorBoard …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export for TensorBoard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: expected a file that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undelete runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsStore</name>
    <message>
        <source>The run was written to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>The runs that were kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleReading</name>
    <message>
        <source>{right:,} read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rejected:,} called not a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, {problems}; the rest is used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplesStore</name>
    <message>
        <source>Draw a digit first; then say which it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{drawings} exported to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: draw a digit, then click or press which it is. Three of each digit make a difference.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeenStrip</name>
    <message>
        <source>Images as the network learns from them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the images of this epoch, as the network learns from them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>{error}. It was set aside as {file}; the pad starts fresh.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>hidden layers: expected whole numbers such as 256, 128, found {text!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter-examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often all training images are gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the weights move against the gradient; too far, and they diverge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many images are learnt from in one update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same weights on the same machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made small: cross-entropy, or the squared error (lesson 6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the gradient is followed: plainly, with momentum, by Adam or by Muon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle: the learning rate rises, then falls to almost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred: pixel / 255 - 0.5. Unit: pixel / 255. Raw: 0 to 255, as in lesson 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of each hidden layer, with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the first weights; He: by each layer&apos;s inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long earlier gradients count; plain gradient descent has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the weights are drawn towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of each target that is spread over all ten digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far images are bent, turned and thickened as they are learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many drawings in pen styles that MNIST lacks are learnt from too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many letters, signs and scribbles are learnt to be no digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many images are kept back, to fit how sure the network may be.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Your drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open on the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;It was a …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}; there is too little ink to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}; read as {answer}, {probability}, but called not a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}; read as {answer}, {probability}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Loading TensorFlow …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making drawings to learn from: {done:,} of {total:,} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused before the training began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused in epoch {epoch:,} of {epochs:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted in epoch {epoch:,} of {epochs:,}. What it learnt is a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in weights: {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch:,} of {epochs:,} · {speed:,.0f} images/s · {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on all of your drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on half, to read the other half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning your hand, {epoch:,} of {epochs:,}: {purpose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours, as they are learnt from: {accuracy} read right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep what was learnt (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue the run of these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the recipe&apos;s &amp;own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load TensorFlow when the pointer comes near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the recipe is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train and watch this network learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsFoot</name>
    <message>
        <source>Weights in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: the network that is learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: {weights}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the previous weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to {weights}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load weights …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save weights …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The b&amp;uilt-in weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ixel scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Centred, −0.5 to 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unit, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Raw, 0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>A defect of this program: {kind}; it is described in {log}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A defect of this program: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About mnist-pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ystem&apos;s language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mnist-pad {version}

Draw a digit and a network built by hand reads it; press Train and watch it learn.

MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About mnist-pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dropped holds neither a picture nor a weights file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was drawn or named last could not be saved: the disk did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>{error}. The built-in weights read instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error}. Learning goes on from the weights in use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Curves</name>
    <message>
        <source>step {step:,.0f}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Completed: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed after {epochs} epochs: test accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed after 1 epoch: test accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed after {epochs} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed after 1 epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {epochs} epochs: test accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after 1 epoch: test accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {epochs} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after 1 epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt from {drawings}. MNIST: {mnist_before} → {mnist_after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt from {drawings}. Of yours, not learnt from, read right: {before:,} → {after:,} of {count:,}. MNIST: {mnist_before} → {mnist_after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was learnt from {drawings}: whatever helped to read them would have cost too much of MNIST. The weights stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged at step {step:,}, in epoch {epoch}; the first loss was {first_loss:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate, {rate:g}, is too large for these settings: take a tenth of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw pixels, 0 to 255, make outputs and gradients far too large (the article&apos;s lesson 4): choose the centred scaling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw pixels, 0 to 255, make outputs and gradients far too large (the article&apos;s lesson 4): choose the centred scaling and start the weights with a deviation near {healthy:.2f} instead of {deviation:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights start so large that outputs and gradients are not of order 1 (the article&apos;s lesson 5): start the weights with a deviation near {healthy:.2f} instead of {deviation:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: the training process ended unexpectedly (signal {status}):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: the training process ended unexpectedly (status {status}):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: out of memory:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow says:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: the training process ended unexpectedly:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: the training process could not be started:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: the training process gave no sign of life any more and was ended:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: the training process sent what is no event and was ended:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: a defect of this program:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be kept in {path}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scaling</name>
    <message>
        <source>{file}: pixels are taken as {taken}, as the file does not say; so it reads {accuracy} of {count} MNIST training images ({others}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is poor: its hidden layers may be no ReLU, or its pixels were prepared otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
