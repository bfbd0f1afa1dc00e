<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccuracyPanel</name>
    <message>
        <source>epoch</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>{name} training {train:.2f} % · test {test:.2f} %</source>
        <translation>{name} 训练 {train:.2f}% · 测试 {test:.2f}%</translation>
    </message>
    <message>
        <source>epoch {epoch:.0f}</source>
        <translation>第 {epoch:.0f} 轮</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>还没有写字</translation>
    </message>
    <message>
        <source>Not a digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>&amp;It was a …</source>
        <translation>这其实是(&amp;I) …</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>撤回(&amp;T)</translation>
    </message>
    <message>
        <source>Do not keep this drawing</source>
        <translation>不保留这个字</translation>
    </message>
    <message>
        <source>My drawings: what was kept (Ctrl+D)</source>
        <translation>我的手写：保留下来的字 (Ctrl+D)</translation>
    </message>
    <message>
        <source>&amp;Learn mine</source>
        <translation>学习我的字迹(&amp;L)</translation>
    </message>
    <message>
        <source>Learn from my drawings</source>
        <translation>用我的手写样本学习</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>手写样本</translation>
    </message>
    <message>
        <source>Kept as {digit}, although it reads {read} at {certainty}. Take back, if that was a slip.</source>
        <translation>已存为 {digit}，但网络读作 {read}，概率 {certainty}。如果按错了，请撤回。</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Given up after {seconds:.0f} s: a file did not answer.</source>
        <translation>等了 {seconds:.0f} 秒后放弃：有一个文件没有响应。</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>It was a {digit}</source>
        <translation>这是 {digit}</translation>
    </message>
    <message>
        <source>It was a {digit}: keep the drawing so (press {digit})</source>
        <translation>这是 {digit}：按此保留这个字（按 {digit} 键）</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>stopping; nothing is written</source>
        <translation>正在停止；不写入任何内容</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>读错</translation>
    </message>
    <message>
        <source>none, so there is no sheet</source>
        <translation>没有，因此不生成图</translation>
    </message>
    <message>
        <source>{shown:,} of {count:,}, worst first: {first}</source>
        <translation>{count:,} 个中的 {shown:,} 个，最差的在前：{first}</translation>
    </message>
    <message>
        <source>{shown:,} of {count:,}, worst first: {first} to {last}</source>
        <translation>{count:,} 个中的 {shown:,} 个，最差的在前：{first} 至 {last}</translation>
    </message>
    <message>
        <source>{accuracy} of {count:,}</source>
        <translation>{accuracy}，共 {count:,} 个</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>not a digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>answers:</source>
        <translation>答案：</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>{layers}, {parameters:,} parameters</source>
        <translation>{layers}，{parameters:,} 个参数</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>{meta.recipe}, seed {meta.seed}</source>
        <translation>{meta.recipe}，种子 {meta.seed}</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>{meta.epochs:,} epochs, {meta.step:,} steps</source>
        <translation>{meta.epochs:,} 轮，{meta.step:,} 步</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>from {meta.adapted_from}</source>
        <translation>来自 {meta.adapted_from}</translation>
    </message>
    <message>
        <source>adapted</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>step {step:,}: loss {loss:.4g}, largest weights {largest}</source>
        <translation>第 {step:,} 步：损失 {loss:.4g}，最大权重 {largest}</translation>
    </message>
    <message>
        <source>epoch {epoch}: loss {loss:.4g}, test accuracy {accuracy}</source>
        <translation>第 {epoch} 轮：损失 {loss:.4g}，测试准确率 {accuracy}</translation>
    </message>
    <message>
        <source>test accuracy {accuracy}</source>
        <translation>测试准确率 {accuracy}</translation>
    </message>
    <message>
        <source>{accuracy} ({right:,} of {count:,})</source>
        <translation>{accuracy}（{right:,} / {count:,}）</translation>
    </message>
    <message>
        <source>numbers read right</source>
        <translation>多位数读对</translation>
    </message>
    <message>
        <source>digits read right</source>
        <translation>数字读对</translation>
    </message>
    <message>
        <source>{rejected:,} of {count:,}</source>
        <translation>{rejected:,}，共 {count:,} 个</translation>
    </message>
    <message>
        <source>{picture}: {expected}, read as no digit</source>
        <translation>{picture}：{expected}，判为不是数字</translation>
    </message>
    <message>
        <source>{picture}: {expected}, read {read}</source>
        <translation>{picture}：{expected}，读作 {read}</translation>
    </message>
    <message>
        <source>and {more:,} more</source>
        <translation>另有 {more:,} 个</translation>
    </message>
    <message>
        <source>no weights were made</source>
        <translation>没有得到权重</translation>
    </message>
    <message>
        <source>weights: {path}</source>
        <translation>权重：{path}</translation>
    </message>
    <message>
        <source>not a digit (no ink found)</source>
        <translation>不是数字（没有找到墨迹）</translation>
    </message>
    <message>
        <source>not a digit ({reason})</source>
        <translation>不是数字（{reason}）</translation>
    </message>
    <message>
        <source>unsure, {reason} ({probability})</source>
        <translation>不确定，{reason}（{probability}）</translation>
    </message>
    <message>
        <source>loss {loss:.4g}</source>
        <translation>损失 {loss:.4g}</translation>
    </message>
    <message>
        <source>epoch {epoch}: loss {loss:.4f}, training {training}, test {test}, {time}</source>
        <translation>第 {epoch} 轮：损失 {loss:.4f}，训练 {training}，测试 {test}，{time}</translation>
    </message>
    <message>
        <source>event files: {path}</source>
        <translation>事件文件：{path}</translation>
    </message>
    <message>
        <source>curves: {path}</source>
        <translation>曲线：{path}</translation>
    </message>
    <message>
        <source>no runs yet; they will be in {folder}</source>
        <translation>还没有训练记录；它们将保存在 {folder}</translation>
    </message>
    <message>
        <source>run</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>{recipe} (changed)</source>
        <translation>{recipe}（已修改）</translation>
    </message>
    <message>
        <source>stopping; the weights are kept</source>
        <translation>正在停止；权重会保留</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>What you wrote, by row, and how it is read, by column</source>
        <translation>混淆矩阵：行是您写的数字，列是网络读作的数字</translation>
    </message>
    <message>
        <source>You wrote {label}, it is read as {answer}: {count:,}</source>
        <translation>您写的是 {label}，读作 {answer}：{count:,} 次</translation>
    </message>
    <message>
        <source>Styles of your {label}: {styles}</source>
        <translation>您写 {label} 的字体：{styles}</translation>
    </message>
    <message>
        <source>Styles of your {label}: none yet</source>
        <translation>您写 {label} 的字体：还没有</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>字体</translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>What was kept</source>
        <translation>保留了什么</translation>
    </message>
    <message>
        <source>What learning brought</source>
        <translation>学习的效果</translation>
    </message>
    <message>
        <source>Read right before and after: your drawings, each by a network that had not learnt from it, and MNIST&apos;s test set.</source>
        <translation>学习前后读对的比例：您的每个手写样本都由没有学过它的网络来读；另外还有 MNIST 测试集。</translation>
    </message>
    <message>
        <source>Misread? Click the right digit, or press its key.</source>
        <translation>读错了？请点击正确的数字，或按它的键。</translation>
    </message>
    <message>
        <source>Kept as {digit}.</source>
        <translation>已存为 {digit}。</translation>
    </message>
    <message>
        <source>Yours {before:,} → {after:,} of {count:,}</source>
        <translation>您的字 {before:,} → {after:,}，共 {count:,}</translation>
    </message>
</context>
<context>
    <name>CurrentRunStore</name>
    <message>
        <source>The run failed; the pad reads with the weights from before.</source>
        <translation>训练失败；画板仍用之前的权重识别。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{figure} %</source>
        <translation>{figure}%</translation>
    </message>
    <message>
        <source>1 drawing</source>
        <translation>1 个手写样本</translation>
    </message>
    <message>
        <source>{count:,} drawings</source>
        <translation>{count:,} 个手写样本</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes} 分 {seconds:02d} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} 小时 {minutes:02d} 分</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>What the network sees, 28 by 28 pixels</source>
        <translation>网络看到的图像，28×28 像素</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
</context>
<context>
    <name>LayersCurves</name>
    <message>
        <source>Largest weights</source>
        <translation>最大权重</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>layer {layers}: {value} at step {step}</source>
        <translation>第 {layers} 层：第 {step} 步为 {value}</translation>
    </message>
</context>
<context>
    <name>LessonCurves</name>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Update variables in place</source>
        <translation>原地更新变量</translation>
    </message>
    <message>
        <source>A weight is to become a little smaller along its gradient. One writes that as in mathematics:</source>
        <translation>权重要沿负梯度方向移动一小步。人们往往照着数学公式这样写：</translation>
    </message>
    <message>
        <source>The first update works. It leaves plain tensors where the variables were, and a tape watches variables only: at the second update, every gradient is None, and the rate times None cannot be computed.</source>
        <translation>第一次更新成功了，但原来的变量变成了普通张量，而梯度带只自动跟踪变量：到第二次更新时，所有梯度都是 None，学习率乘以 None 无法计算。</translation>
    </message>
    <message>
        <source>The variable is to stay, and its value to change:</source>
        <translation>变量本身要保留，只改变它的值：</translation>
    </message>
    <message>
        <source>The variables stay variables, the tape goes on watching them, and the loss falls.</source>
        <translation>变量仍然是变量，梯度带继续跟踪它们，损失随之下降。</translation>
    </message>
    <message>
        <source>Change variables with assign_sub; never put a tensor in their place.</source>
        <translation>用 assign_sub 更新变量，绝不要用张量取代变量。</translation>
    </message>
    <message>
        <source>Compare equal types</source>
        <translation>比较相同的类型</translation>
    </message>
    <message>
        <source>The network has learnt a little; now the right answers to the test images are to be counted. The labels are int32:</source>
        <translation>网络已经学到了一点；现在要统计它在测试图像上答对了多少。标签是 int32：</translation>
    </message>
    <message>
        <source>TensorFlow compares equal types only, and converts none of its own accord. The answers are int64, the labels int32.</source>
        <translation>TensorFlow 只比较相同的类型，也不会自动转换。预测结果是 int64，标签是 int32。</translation>
    </message>
    <message>
        <source>The labels become what the answers are:</source>
        <translation>把标签转换成与预测结果相同的类型：</translation>
    </message>
    <message>
        <source>Both are int64 now, and the fraction of right answers comes out as a number.</source>
        <translation>现在两者都是 int64，可以算出准确率了。</translation>
    </message>
    <message>
        <source>Look at the dtype of both sides before you compare.</source>
        <translation>比较之前，先看两边的 dtype。</translation>
    </message>
    <message>
        <source>argmax answers int64</source>
        <translation>argmax 返回 int64</translation>
    </message>
    <message>
        <source>Where does int64 come from, if nobody asked for it? From here:</source>
        <translation>谁也没有要求 int64，它是从哪里来的？就在这里：</translation>
    </message>
    <message>
        <source>argmax answers int64 unless it is told otherwise, however small the numbers are. That is why lesson 2 failed.</source>
        <translation>除非另行指定，argmax 总是返回 int64，不管数值多小。这就是第 2 课出错的原因。</translation>
    </message>
    <message>
        <source>It can be told what to answer:</source>
        <translation>可以指定它返回的类型：</translation>
    </message>
    <message>
        <source>The answers have the labels&apos; type from the start; there is nothing to convert.</source>
        <translation>预测结果一开始就与标签类型相同，不必再转换。</translation>
    </message>
    <message>
        <source>argmax takes an output_type; without it, it answers int64.</source>
        <translation>argmax 可以接受 output_type；不指定时返回 int64。</translation>
    </message>
    <message>
        <source>Scale the features</source>
        <translation>缩放特征</translation>
    </message>
    <message>
        <source>Pixels are numbers already, from 0 to 255. One takes them as they are, with weights of deviation 1 and the squared error:</source>
        <translation>像素本来就是 0 到 255 的数。人们直接使用它们，权重的标准差取 1，损失用平方误差：</translation>
    </message>
    <message>
        <source>Each layer multiplies what is large already: the first loss is beyond ten billion. Its gradient throws the weights farther still, to infinity; infinity less infinity is no number, and the accuracy stays at chance.</source>
        <translation>输入本来就大，每一层又把它放大：第一步的损失就超过一百亿。它的梯度又把权重推得更远，直到无穷大；无穷大减无穷大不是数（nan），准确率停留在随机猜测的水平。</translation>
    </message>
    <message>
        <source>Inputs between -0.5 and 0.5 are of the size of the weights. The weights start smaller, too; with deviation 1, it would fail a few steps later, as lesson 5 shows:</source>
        <translation>-0.5 到 0.5 之间的输入与权重大小相当。权重的初值也取得更小；如果标准差仍为 1，几步之后还是会失败，见第 5 课：</translation>
    </message>
    <message>
        <source>The loss starts near 1 and falls.</source>
        <translation>损失从 1 附近开始，逐步下降。</translation>
    </message>
    <message>
        <source>Scale what goes in: x / 255 - 0.5.</source>
        <translation>缩放输入：x / 255 - 0.5。</translation>
    </message>
    <message>
        <source>Start so that outputs are of order 1</source>
        <translation>初始化要使输出的数量级为 1</translation>
    </message>
    <message>
        <source>The pixels are scaled now. The weights start with the deviation that is usual, 1:</source>
        <translation>像素已经缩放。权重的初值按常见的标准差 1 选取：</translation>
    </message>
    <message>
        <source>A unit adds up 784 inputs: with weights of order 1, each layer makes what it is given larger. The first loss is around a million, and the end is that of lesson 4, a few steps later.</source>
        <translation>一个单元要累加 784 个输入：权重的数量级为 1 时，每一层都会放大它的输入。第一步的损失约为一百万，几步之后结局与第 4 课相同。</translation>
    </message>
    <message>
        <source>A tenth of it keeps outputs and gradients of order 1:</source>
        <translation>取它的十分之一，输出和梯度的数量级就保持在 1：</translation>
    </message>
    <message>
        <source>The more inputs a layer has, the smaller its weights start: about the square root of 2 / inputs.</source>
        <translation>一层的输入越多，权重的初值就要越小：标准差约为 2 / 输入数 的平方根。</translation>
    </message>
    <message>
        <source>Use cross-entropy for many classes</source>
        <translation>多分类用交叉熵</translation>
    </message>
    <message>
        <source>Ten outputs, and a one-hot row to compare them with. One takes the squared difference, as for any numbers:</source>
        <translation>十个输出，要与一行独热编码相比较。人们像对待普通的数那样，取差的平方：</translation>
    </message>
    <message>
        <source>It learns, but slowly: the squared error wants ten numbers hit, where one needs to be the largest. After 20 epochs it reads little more than half of the test images.</source>
        <translation>网络在学习，但很慢：平方误差要求十个数都接近目标，而分类只需要其中一个最大。20 轮之后，测试图像只读对了一半多一点。</translation>
    </message>
    <message>
        <source>The softmax makes probabilities, and the label shall be likely:</source>
        <translation>softmax 把输出变成概率，要让标签对应的概率大：</translation>
    </message>
    <message>
        <source>The same network, the same seed, the same rate: 86 % where the squared error has 56.</source>
        <translation>同样的网络、同样的种子、同样的学习率：准确率 86%，而平方误差只有 56%。</translation>
    </message>
    <message>
        <source>Choose a loss that asks for what you want: the right class.</source>
        <translation>选择与目标一致的损失：目标是分对类别。</translation>
    </message>
    <message>
        <source>Two hopes: more layers, better optimizers</source>
        <translation>两个设想：更多的层，更好的优化器</translation>
    </message>
    <message>
        <source>The article closes with two hopes. The first: one layer more may add about two points.</source>
        <translation>文章以两个设想结尾。第一个：再加一层，准确率也许能提高约两个百分点。</translation>
    </message>
    <message>
        <source>Not by plain gradient descent, not so soon: a third hidden layer is more to move with the same small steps, and stays a little behind.</source>
        <translation>普通梯度下降做不到，至少没有这么快：第三个隐藏层带来更多参数，步长却同样小，结果反而略微落后。</translation>
    </message>
    <message>
        <source>The second: a better optimizer, here Adam, for two hidden layers.</source>
        <translation>第二个：更好的优化器，这里是 Adam，仍用两个隐藏层。</translation>
    </message>
    <message>
        <source>Adam gives each weight a step of its own length. It is beyond what plain descent reaches in 500 epochs after the first.</source>
        <translation>Adam 为每个权重选取各自的步长。只用一轮，它就超过了普通梯度下降 500 轮的结果。</translation>
    </message>
    <message>
        <source>How a network is trained often matters more than how deep it is.</source>
        <translation>网络怎样训练，往往比它有多深更重要。</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Press Run it: the code runs, and fails as it does.</source>
        <translation>请点击“运行”：代码会真正运行，并如实出错。</translation>
    </message>
    <message>
        <source>Loading TensorFlow …</source>
        <translation>正在加载 TensorFlow …</translation>
    </message>
    <message>
        <source>Step {step:,}: loss {loss:.4g}</source>
        <translation>第 {step:,} 步：损失 {loss:.4g}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Test accuracy {accuracy}.</source>
        <translation>测试准确率 {accuracy}。</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>What one would write</source>
        <translation>通常的写法</translation>
    </message>
    <message>
        <source>The fix</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the fix</source>
        <translation>运行改正后的代码</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What to remember</source>
        <translation>要记住的</translation>
    </message>
    <message>
        <source>Run the &amp;lesson</source>
        <translation>运行本课(&amp;L)</translation>
    </message>
    <message>
        <source>Run the code as it stands, for real</source>
        <translation>真正运行这段代码</translation>
    </message>
    <message>
        <source>Run the lesson&apos;s &amp;fix</source>
        <translation>运行本课改正后的代码(&amp;F)</translation>
    </message>
    <message>
        <source>Run the mended code, from the same start</source>
        <translation>从同样的起点运行改正后的代码</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>A run goes on. Stop it, keep what it learnt, and run the lesson?</source>
        <translation>训练正在进行。要停止训练、保留已学到的权重并运行本课吗？</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>before</source>
        <translation>改正前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>改正后</translation>
    </message>
    <message>
        <source>{value} at step {step}</source>
        <translation>第 {step} 步为 {value}</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <source>step {step:,.0f}</source>
        <translation>第 {step:,.0f} 步</translation>
    </message>
    <message>
        <source>infinite at step {step:,}</source>
        <translation>第 {step:,} 步变为无穷大</translation>
    </message>
</context>
<context>
    <name>MyDrawings</name>
    <message>
        <source>My drawings</source>
        <translation>我的手写</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Damaged lines</source>
        <translation>损坏的行</translation>
    </message>
    <message>
        <source>No drawings</source>
        <translation>没有手写样本</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出 …</translation>
    </message>
    <message>
        <source>Undelete</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>No drawings yet. When the pad misreads you, press the digit it was.</source>
        <translation>还没有手写样本。画板读错时，请按下正确的数字键。</translation>
    </message>
    <message>
        <source>The drawings could not be read.</source>
        <translation>无法读取手写样本。</translation>
    </message>
    <message>
        <source>Export drawings</source>
        <translation>导出手写样本</translation>
    </message>
    <message>
        <source>Drawings (*.jsonl)</source>
        <translation>手写样本 (*.jsonl)</translation>
    </message>
    <message>
        <source>&amp;Export drawings …</source>
        <translation>导出手写样本(&amp;E) …</translation>
    </message>
    <message>
        <source>Export all drawings to a file</source>
        <translation>把所有手写样本导出到文件</translation>
    </message>
    <message>
        <source>&amp;Undelete drawings</source>
        <translation>恢复删除的手写样本(&amp;U)</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message (Esc)</source>
        <translation>关闭消息 (Esc)</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>Number</source>
        <translation>多位数</translation>
    </message>
    <message>
        <source>Click a digit, or press an arrow key, to look at it</source>
        <translation>点击一个数字或按方向键来查看它</translation>
    </message>
    <message>
        <source>Number {number}: digit {place} of {count} is {sign}</source>
        <translation>多位数 {number}：共 {count} 位，第 {place} 位是 {sign}</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Weights saved in {file}.</source>
        <translation>权重已保存到 {file}。</translation>
    </message>
    <message>
        <source>Training is running: stop it, then load other weights.</source>
        <translation>训练正在进行：请先停止，再加载其他权重。</translation>
    </message>
    <message>
        <source>Pixel scaling, in the weights menu, chooses another.</source>
        <translation>可以在权重菜单的“像素缩放”中另选一种。</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit or a number</source>
        <translation>请写一个数字或多位数</translation>
    </message>
</context>
<context>
    <name>PadPanel</name>
    <message>
        <source>Pen width</source>
        <translation>笔宽</translation>
    </message>
    <message>
        <source>Pen width: for your eyes only, the network&apos;s pen stays the same</source>
        <translation>笔宽：只影响显示，网络所见的笔画粗细不变</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures ({files})</source>
        <translation>图片 ({files})</translation>
    </message>
    <message>
        <source>Open &amp;picture …</source>
        <translation>打开图片(&amp;P) …</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮(&amp;E)</translation>
    </message>
    <message>
        <source>Erase instead of drawing</source>
        <translation>擦除，而不是书写</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>粘贴图片(&amp;P)</translation>
    </message>
    <message>
        <source>Choose &amp;area</source>
        <translation>选择区域(&amp;A)</translation>
    </message>
    <message>
        <source>Drag over a picture: what lies inside is read alone</source>
        <translation>在图片上拖动：只识别框内的内容</translation>
    </message>
    <message>
        <source>Read the &amp;whole picture</source>
        <translation>识别整张图片(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清空(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation>清空画板</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor a weights file.</source>
        <translation>剪贴板里既没有图片，也没有权重文件。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>{y} by {x}</source>
        <translation>{y}随{x}的变化</translation>
    </message>
</context>
<context>
    <name>ProbabilityBar</name>
    <message>
        <source>Probability of {digit}</source>
        <translation>{digit} 的概率</translation>
    </message>
</context>
<context>
    <name>ReadSample</name>
    <message>
        <source>{label}, not read</source>
        <translation>{label}，未识别</translation>
    </message>
    <message>
        <source>{label}, read {answer}</source>
        <translation>{label}，读作 {answer}</translation>
    </message>
    <message>
        <source>{label}, not a digit</source>
        <translation>{label}，不是数字</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Too small a mark to be a digit</source>
        <translation>笔迹太小，不是数字</translation>
    </message>
    <message>
        <source>Digits touch: leave a gap</source>
        <translation>数字相连：请留出间隔</translation>
    </message>
    <message>
        <source>More than 1,000 strokes: too many to read</source>
        <translation>超过 1,000 笔：太多，无法识别</translation>
    </message>
    <message>
        <source>No ink found</source>
        <translation>没有找到墨迹</translation>
    </message>
</context>
<context>
    <name>RecipeCard</name>
    <message>
        <source>The quickest way to a good network: Adam and a one-cycle schedule, five epochs. Expect 98.1 % of MNIST&apos;s test set in a few seconds.</source>
        <translation>最快得到好网络的方法：Adam 优化器配合单周期学习率，共五轮。几秒钟后，MNIST 测试集上的准确率可达 98.1%。</translation>
    </message>
    <message>
        <source>Reads real handwriting: every image is bent anew each time, with drawings in pen styles that MNIST lacks and counter-examples. Expect 99.3 % in a minute or two.</source>
        <translation>适合真实的手写：每张图像每次都重新变形，并加入 MNIST 所没有的笔体和反例。一两分钟后准确率可达 99.3%。</translation>
    </message>
    <message>
        <source>What made the built-in weights: with more drawings, and 470 epochs. Expect 99.2 % after seven minutes or more.</source>
        <translation>内置权重就是这样训练的：样本更多，共 470 轮。七分钟或更久之后，准确率可达 99.2%。</translation>
    </message>
    <message>
        <source>The article&apos;s network as it ends up: cross-entropy, plain gradient descent at 0.001 (its lesson 6). Slow: 49 % after two epochs, 95 % after all 500.</source>
        <translation>文章最终的网络：交叉熵，普通梯度下降，学习率 0.001（第 6 课）。很慢：两轮后 49%，全部 500 轮后 95%。</translation>
    </message>
    <message>
        <source>The article&apos;s network with squared error, before its lesson 6. Expect 56 % after 20 epochs where cross-entropy has 86 %, and 88 % after 500.</source>
        <translation>文章第 6 课之前的网络，使用平方误差。20 轮后准确率 56%（交叉熵为 86%），500 轮后 88%。</translation>
    </message>
    <message>
        <source>The article&apos;s lesson 4: pixels from 0 to 255 as they are. It fails at once: watch the loss explode and become infinite at the second step.</source>
        <translation>文章第 4 课：直接使用 0 到 255 的像素。马上就会失败：请看损失在第二步就爆炸成无穷大。</translation>
    </message>
    <message>
        <source>The article&apos;s lesson 5: scaled pixels, but weights that start far too large. It fails within a few steps: watch the loss explode.</source>
        <translation>文章第 5 课：像素已缩放，但权重的初值太大。几步之内就会失败：请看损失如何爆炸。</translation>
    </message>
    <message>
        <source>One of the article&apos;s closing hopes: a third hidden layer. Expect 83 % after 20 epochs, a little behind two layers, as plain gradient descent has more to move.</source>
        <translation>文章结尾的一个设想：第三个隐藏层。20 轮后准确率 83%，略低于两层，因为普通梯度下降要更新的参数更多。</translation>
    </message>
    <message>
        <source>Settings of your own.</source>
        <translation>您自己的设置。</translation>
    </message>
    <message>
        <source>The weights in use learn your drawings, beside images that are to be answered as before. First on halves of them, each to read the other half; then on all.</source>
        <translation>让当前权重学习您的手写样本，同时用其他图像保证原来的答案不变。先各用一半学习，去读另一半；然后用全部样本学习。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Which drawings are shown</source>
        <translation>显示的是哪些手写样本</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected drawings (Delete)</source>
        <translation>删除选中的手写样本 (Delete)</translation>
    </message>
    <message>
        <source>Rows: what you wrote. Columns: how it is read.</source>
        <translation>行：您写的数字。列：网络读作的数字。</translation>
    </message>
    <message>
        <source>All drawings</source>
        <translation>全部手写样本</translation>
    </message>
    <message>
        <source>All your {label}s</source>
        <translation>您写的所有 {label}</translation>
    </message>
    <message>
        <source>{label} read as {answer}</source>
        <translation>{label} 被读作 {answer}</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>{recipe}, changed</source>
        <translation>{recipe}，已修改</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>已失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>1 epoch in {time}</source>
        <translation>1 轮，用时 {time}</translation>
    </message>
    <message>
        <source>{epochs:,} epochs in {time}</source>
        <translation>{epochs:,} 轮，用时 {time}</translation>
    </message>
    <message>
        <source>training {accuracy}</source>
        <translation>训练 {accuracy}</translation>
    </message>
    <message>
        <source>from new weights</source>
        <translation>从新的权重开始</translation>
    </message>
    <message>
        <source>the built-in weights</source>
        <translation>内置权重</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>从 {name} 开始</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>No runs</source>
        <translation>没有训练记录</translation>
    </message>
    <message>
        <source>No run was kept yet. Press Train: each run is kept here.</source>
        <translation>还没有训练记录。请点击“训练”：每次训练都会保存在这里。</translation>
    </message>
    <message>
        <source>About the selected run</source>
        <translation>选中的训练记录</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Read with this run&apos;s weights</source>
        <translation>用这次训练的权重识别</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with this run</source>
        <translation>继续这次训练</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give this run a name (F2)</source>
        <translation>给这次训练起名 (F2)</translation>
    </message>
    <message>
        <source>Note …</source>
        <translation>备注 …</translation>
    </message>
    <message>
        <source>Write a note to this run</source>
        <translation>给这次训练写备注</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected runs</source>
        <translation>删除选中的训练记录</translation>
    </message>
    <message>
        <source>Undelete</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Weights …</source>
        <translation>权重(&amp;W) …</translation>
    </message>
    <message>
        <source>&amp;Curves as CSV …</source>
        <translation>曲线存为 CSV(&amp;C) …</translation>
    </message>
    <message>
        <source>Curves as &amp;picture …</source>
        <translation>曲线存为图片(&amp;P) …</translation>
    </message>
    <message>
        <source>For &amp;TensorBoard …</source>
        <translation>供 TensorBoard 使用(&amp;T) …</translation>
    </message>
    <message>
        <source>Note to this run</source>
        <translation>这次训练的备注</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>导出训练记录</translation>
    </message>
    <message>
        <source>Export for TensorBoard</source>
        <translation>为 TensorBoard 导出</translation>
    </message>
    <message>
        <source>{path}: expected a file that can be written.</source>
        <translation>{path}：应为可以写入的文件。</translation>
    </message>
    <message>
        <source>&amp;Undelete runs</source>
        <translation>恢复删除的训练记录(&amp;U)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>RunsStore</name>
    <message>
        <source>The run was written to {name}.</source>
        <translation>训练记录已写入 {name}。</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>The runs that were kept</source>
        <translation>保存的训练记录</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>SampleReading</name>
    <message>
        <source>{right:,} read right</source>
        <translation>读对 {right:,} 个</translation>
    </message>
    <message>
        <source>{rejected:,} called not a digit</source>
        <translation>{rejected:,} 个被判为不是数字</translation>
    </message>
    <message>
        <source>{more:,} more</source>
        <translation>另有 {more:,} 处</translation>
    </message>
    <message>
        <source>{file}, {problems}; the rest is used</source>
        <translation>{file}，{problems}；其余照常使用</translation>
    </message>
</context>
<context>
    <name>SamplesStore</name>
    <message>
        <source>Draw a digit first; then say which it is.</source>
        <translation>请先写一个数字，再指出它是几。</translation>
    </message>
    <message>
        <source>{drawings} exported to {file}.</source>
        <translation>{drawings}已导出到 {file}。</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: draw a digit, then click or press which it is. Three of each digit make a difference.</source>
        <translation>还没有可学习的样本：请写一个数字，再点击或按键指出它是几。每个数字写三个就会有明显效果。</translation>
    </message>
</context>
<context>
    <name>SeenStrip</name>
    <message>
        <source>Images as the network learns from them</source>
        <translation>网络学习时看到的图像</translation>
    </message>
    <message>
        <source>Some of the images of this epoch, as the network learns from them</source>
        <translation>这一轮的部分图像，正如网络学习时看到的</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>{error}. It was set aside as {file}; the pad starts fresh.</source>
        <translation>{error}。该文件已另存为 {file}；画板重新开始。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>hidden layers: expected whole numbers such as 256, 128, found {text!r}</source>
        <translation>隐藏层：应为整数，如 256, 128，实际为 {text!r}</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Start deviation</source>
        <translation>初始标准差</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Pen styles</source>
        <translation>笔体</translation>
    </message>
    <message>
        <source>Counter-examples</source>
        <translation>反例</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出样本</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始值</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>How often all training images are gone through.</source>
        <translation>把全部训练图像学习多少遍。</translation>
    </message>
    <message>
        <source>How far the weights move against the gradient; too far, and they diverge.</source>
        <translation>权重沿负梯度方向移动多远；太远就会发散。</translation>
    </message>
    <message>
        <source>So many images are learnt from in one update.</source>
        <translation>每次更新使用多少张图像。</translation>
    </message>
    <message>
        <source>The same seed gives the same weights on the same machine.</source>
        <translation>在同一台机器上，相同的种子得到相同的权重。</translation>
    </message>
    <message>
        <source>What is made small: cross-entropy, or the squared error (lesson 6).</source>
        <translation>要减小的目标：交叉熵，或平方误差（第 6 课）。</translation>
    </message>
    <message>
        <source>How the gradient is followed: plainly, with momentum, by Adam or by Muon.</source>
        <translation>怎样利用梯度：普通梯度下降、动量、Adam 或 Muon。</translation>
    </message>
    <message>
        <source>One cycle: the learning rate rises, then falls to almost nothing.</source>
        <translation>单周期：学习率先升高，再降到接近 0。</translation>
    </message>
    <message>
        <source>Centred: pixel / 255 - 0.5. Unit: pixel / 255. Raw: 0 to 255, as in lesson 4.</source>
        <translation>中心化：像素 / 255 - 0.5。归一化：像素 / 255。原始值：0 到 255，如第 4 课。</translation>
    </message>
    <message>
        <source>Units of each hidden layer, with commas between.</source>
        <translation>各隐藏层的单元数，用逗号分隔。</translation>
    </message>
    <message>
        <source>Standard deviation of the first weights; He: by each layer&apos;s inputs.</source>
        <translation>初始权重的标准差；He：由每层的输入数决定。</translation>
    </message>
    <message>
        <source>How long earlier gradients count; plain gradient descent has none.</source>
        <translation>之前的梯度影响多久；普通梯度下降没有动量。</translation>
    </message>
    <message>
        <source>How strongly the weights are drawn towards 0.</source>
        <translation>把权重拉向 0 的强度。</translation>
    </message>
    <message>
        <source>The part of each target that is spread over all ten digits.</source>
        <translation>每个目标中平均分给十个数字的那一部分。</translation>
    </message>
    <message>
        <source>How far images are bent, turned and thickened as they are learnt from.</source>
        <translation>学习时图像弯曲、旋转和加粗的程度。</translation>
    </message>
    <message>
        <source>So many drawings in pen styles that MNIST lacks are learnt from too.</source>
        <translation>另外学习多少个 MNIST 所没有的笔体的样本。</translation>
    </message>
    <message>
        <source>So many letters, signs and scribbles are learnt to be no digit.</source>
        <translation>学习多少个字母、符号和涂鸦，把它们判为不是数字。</translation>
    </message>
    <message>
        <source>So many images are kept back, to fit how sure the network may be.</source>
        <translation>留出多少张图像，用来校准网络的置信度。</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>What is wrong</source>
        <translation>哪里不对</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Your drawings</source>
        <translation>您的手写样本</translation>
    </message>
    <message>
        <source>&amp;Open on the pad</source>
        <translation>在画板上打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;It was a …</source>
        <translation>这其实是(&amp;I) …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>You wrote {label}</source>
        <translation>您写的是 {label}</translation>
    </message>
    <message>
        <source>{name}; there is too little ink to read</source>
        <translation>{name}；墨迹太少，无法识别</translation>
    </message>
    <message>
        <source>{name}; read as {answer}, {probability}, but called not a digit</source>
        <translation>{name}；读作 {answer}，{probability}，但被判为不是数字</translation>
    </message>
    <message>
        <source>{name}; read as {answer}, {probability}</source>
        <translation>{name}；读作 {answer}，{probability}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Loading TensorFlow …</source>
        <translation>正在加载 TensorFlow …</translation>
    </message>
    <message>
        <source>Making drawings to learn from: {done:,} of {total:,} …</source>
        <translation>正在生成学习用的样本：{done:,} / {total:,} …</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>Paused before the training began.</source>
        <translation>训练开始前已暂停。</translation>
    </message>
    <message>
        <source>Paused in epoch {epoch:,} of {epochs:,}.</source>
        <translation>已暂停：第 {epoch:,} 轮，共 {epochs:,} 轮。</translation>
    </message>
    <message>
        <source>Interrupted in epoch {epoch:,} of {epochs:,}. What it learnt is a run.</source>
        <translation>在第 {epoch:,} 轮（共 {epochs:,} 轮）中断。已学到的保存为一条训练记录。</translation>
    </message>
    <message>
        <source>The built-in weights: {accuracy}.</source>
        <translation>内置权重：{accuracy}。</translation>
    </message>
    <message>
        <source>Epoch {epoch:,} of {epochs:,} · {speed:,.0f} images/s · {left} left</source>
        <translation>第 {epoch:,} 轮，共 {epochs:,} 轮 · 每秒 {speed:,.0f} 张图像 · 还需 {left}</translation>
    </message>
    <message>
        <source>training {accuracy}</source>
        <translation>训练 {accuracy}</translation>
    </message>
    <message>
        <source>test {accuracy}</source>
        <translation>测试 {accuracy}</translation>
    </message>
    <message>
        <source>on all of your drawings</source>
        <translation>用您的全部手写样本</translation>
    </message>
    <message>
        <source>on half, to read the other half</source>
        <translation>用一半学习，去读另一半</translation>
    </message>
    <message>
        <source>Learning your hand, {epoch:,} of {epochs:,}: {purpose}</source>
        <translation>正在学习您的字迹，{epoch:,} / {epochs:,}：{purpose}</translation>
    </message>
    <message>
        <source>yours, as they are learnt from: {accuracy} read right</source>
        <translation>您的字，正在学习中：读对 {accuracy}</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train the network (Ctrl+T)</source>
        <translation>训练网络 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and keep what was learnt (Ctrl+T)</source>
        <translation>停止并保留已学到的权重 (Ctrl+T)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause or resume the run</source>
        <translation>暂停或恢复训练</translation>
    </message>
    <message>
        <source>&amp;Continue the run of these weights</source>
        <translation>继续这些权重的训练(&amp;C)</translation>
    </message>
    <message>
        <source>Back to the recipe&apos;s &amp;own settings</source>
        <translation>恢复方案的原有设置(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Load TensorFlow when the pointer comes near</source>
        <translation>鼠标靠近时加载 TensorFlow(&amp;L)</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Changed: reset</source>
        <translation>已修改：复原</translation>
    </message>
    <message>
        <source>What the recipe is for</source>
        <translation>方案的用途</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Training status</source>
        <translation>训练状态</translation>
    </message>
    <message>
        <source>Press Train and watch this network learn.</source>
        <translation>点击“训练”，看这个网络怎样学习。</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>方案(&amp;R)</translation>
    </message>
    <message>
        <source>Show or hide the settings</source>
        <translation>显示或隐藏设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>WeightsFoot</name>
    <message>
        <source>Weights in use</source>
        <translation>正在使用的权重</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights: the network that is learning</source>
        <translation>权重：正在学习的网络</translation>
    </message>
    <message>
        <source>Weights: {weights}</source>
        <translation>权重：{weights}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Weights (*.npz)</source>
        <translation>权重 (*.npz)</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>加载权重</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>&amp;Back to the previous weights</source>
        <translation>回到之前的权重(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Back to {weights}</source>
        <translation>回到 {weights}(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Load weights …</source>
        <translation>加载权重(&amp;L) …</translation>
    </message>
    <message>
        <source>&amp;Save weights …</source>
        <translation>保存权重(&amp;S) …</translation>
    </message>
    <message>
        <source>The b&amp;uilt-in weights</source>
        <translation>内置权重(&amp;U)</translation>
    </message>
    <message>
        <source>P&amp;ixel scaling</source>
        <translation>像素缩放(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Centred, −0.5 to 0.5</source>
        <translation>中心化，−0.5 到 0.5(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Unit, 0 to 1</source>
        <translation>归一化，0 到 1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Raw, 0 to 255</source>
        <translation>原始值，0 到 255(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>A defect of this program: {kind}; it is described in {log}.</source>
        <translation>本程序出现缺陷：{kind}；详情见 {log}。</translation>
    </message>
    <message>
        <source>A defect of this program: {kind}.</source>
        <translation>本程序出现缺陷：{kind}。</translation>
    </message>
    <message>
        <source>Start &amp;fresh</source>
        <translation>重新开始(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;About mnist-pad</source>
        <translation>关于 mnist-pad(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;ystem&apos;s language</source>
        <translation>系统语言(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>mnist-pad {version}

Draw a digit and a network built by hand reads it; press Train and watch it learn.

MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.</source>
        <translation>mnist-pad {version}

写一个数字，由亲手搭建的神经网络来识别；点击“训练”，看它怎样学习。

MNIST：Yann LeCun 与 Corinna Cortes，CC BY-SA 3.0。</translation>
    </message>
    <message>
        <source>About mnist-pad</source>
        <translation>关于 mnist-pad</translation>
    </message>
    <message>
        <source>What was dropped holds neither a picture nor a weights file.</source>
        <translation>拖入的内容既不是图片，也不是权重文件。</translation>
    </message>
    <message>
        <source>What was drawn or named last could not be saved: the disk did not answer.</source>
        <translation>最后的书写或标注未能保存：磁盘没有响应。</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>{error}. The built-in weights read instead.</source>
        <translation>{error}。改用内置权重识别。</translation>
    </message>
    <message>
        <source>{error}. Learning goes on from the weights in use.</source>
        <translation>{error}。从正在使用的权重继续学习。</translation>
    </message>
</context>
<context>
    <name>_Curves</name>
    <message>
        <source>step {step:,.0f}</source>
        <translation>第 {step:,.0f} 步</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Completed: nothing was changed.</source>
        <translation>已完成：没有任何改变。</translation>
    </message>
    <message>
        <source>Stopped: nothing was changed.</source>
        <translation>已停止：没有任何改变。</translation>
    </message>
    <message>
        <source>Completed after {epochs} epochs: test accuracy {accuracy}.</source>
        <translation>训练 {epochs} 轮后完成：测试准确率 {accuracy}。</translation>
    </message>
    <message>
        <source>Completed after 1 epoch: test accuracy {accuracy}.</source>
        <translation>训练 1 轮后完成：测试准确率 {accuracy}。</translation>
    </message>
    <message>
        <source>Completed after {epochs} epochs.</source>
        <translation>训练 {epochs} 轮后完成。</translation>
    </message>
    <message>
        <source>Completed after 1 epoch.</source>
        <translation>训练 1 轮后完成。</translation>
    </message>
    <message>
        <source>Stopped after {epochs} epochs: test accuracy {accuracy}.</source>
        <translation>训练 {epochs} 轮后停止：测试准确率 {accuracy}。</translation>
    </message>
    <message>
        <source>Stopped after 1 epoch: test accuracy {accuracy}.</source>
        <translation>训练 1 轮后停止：测试准确率 {accuracy}。</translation>
    </message>
    <message>
        <source>Stopped after {epochs} epochs.</source>
        <translation>训练 {epochs} 轮后停止。</translation>
    </message>
    <message>
        <source>Stopped after 1 epoch.</source>
        <translation>训练 1 轮后停止。</translation>
    </message>
    <message>
        <source>Learnt from {drawings}. MNIST: {mnist_before} → {mnist_after}.</source>
        <translation>学习了{drawings}。MNIST：{mnist_before} → {mnist_after}。</translation>
    </message>
    <message>
        <source>Learnt from {drawings}. Of yours, not learnt from, read right: {before:,} → {after:,} of {count:,}. MNIST: {mnist_before} → {mnist_after}.</source>
        <translation>学习了{drawings}。您的字中未参与学习的，读对：{before:,} → {after:,}，共 {count:,} 个。MNIST：{mnist_before} → {mnist_after}。</translation>
    </message>
    <message>
        <source>Nothing was learnt from {drawings}: whatever helped to read them would have cost too much of MNIST. The weights stay as they were.</source>
        <translation>没有从{drawings}中学习：凡是有助于识别它们的改变，都会使 MNIST 的准确率下降太多。权重保持不变。</translation>
    </message>
    <message>
        <source>Diverged at step {step:,}, in epoch {epoch}; the first loss was {first_loss:.3g}.</source>
        <translation>在第 {step:,} 步（第 {epoch} 轮）发散；第一步的损失为 {first_loss:.3g}。</translation>
    </message>
    <message>
        <source>The learning rate, {rate:g}, is too large for these settings: take a tenth of it.</source>
        <translation>学习率 {rate:g} 对这些设置来说太大：请取它的十分之一。</translation>
    </message>
    <message>
        <source>Raw pixels, 0 to 255, make outputs and gradients far too large (the article&apos;s lesson 4): choose the centred scaling.</source>
        <translation>0 到 255 的原始像素使输出和梯度过大（文章第 4 课）：请选择中心化的像素缩放 (centred)。</translation>
    </message>
    <message>
        <source>Raw pixels, 0 to 255, make outputs and gradients far too large (the article&apos;s lesson 4): choose the centred scaling and start the weights with a deviation near {healthy:.2f} instead of {deviation:g}.</source>
        <translation>0 到 255 的原始像素使输出和梯度过大（文章第 4 课）：请选择中心化的像素缩放 (centred)，并把权重的初始标准差取在 {healthy:.2f} 附近，而不是 {deviation:g}。</translation>
    </message>
    <message>
        <source>The weights start so large that outputs and gradients are not of order 1 (the article&apos;s lesson 5): start the weights with a deviation near {healthy:.2f} instead of {deviation:g}.</source>
        <translation>权重的初值太大，输出和梯度的数量级不是 1（文章第 5 课）：请把权重的初始标准差取在 {healthy:.2f} 附近，而不是 {deviation:g}。</translation>
    </message>
    <message>
        <source>{failed}.</source>
        <translation>{failed}。</translation>
    </message>
    <message>
        <source>Failed: the training process ended unexpectedly (signal {status}):</source>
        <translation>失败：训练进程意外结束（信号 {status}）：</translation>
    </message>
    <message>
        <source>Failed: the training process ended unexpectedly (status {status}):</source>
        <translation>失败：训练进程意外结束（状态 {status}）：</translation>
    </message>
    <message>
        <source>Failed: out of memory:</source>
        <translation>失败：内存不足：</translation>
    </message>
    <message>
        <source>Failed:</source>
        <translation>失败：</translation>
    </message>
    <message>
        <source>TensorFlow says:</source>
        <translation>TensorFlow 报错：</translation>
    </message>
    <message>
        <source>Failed: the training process ended unexpectedly:</source>
        <translation>失败：训练进程意外结束：</translation>
    </message>
    <message>
        <source>Failed: the training process could not be started:</source>
        <translation>失败：无法启动训练进程：</translation>
    </message>
    <message>
        <source>Failed: the training process gave no sign of life any more and was ended:</source>
        <translation>失败：训练进程不再响应，已被结束：</translation>
    </message>
    <message>
        <source>Failed: the training process sent what is no event and was ended:</source>
        <translation>失败：训练进程发来无法识别的内容，已被结束：</translation>
    </message>
    <message>
        <source>Failed: a defect of this program:</source>
        <translation>失败：本程序的缺陷：</translation>
    </message>
    <message>
        <source>The weights are in {path}.</source>
        <translation>权重在 {path}。</translation>
    </message>
    <message>
        <source>The run cannot be kept in {path}: {why}.</source>
        <translation>无法把训练记录保存到 {path}：{why}。</translation>
    </message>
</context>
<context>
    <name>scaling</name>
    <message>
        <source>{file}: pixels are taken as {taken}, as the file does not say; so it reads {accuracy} of {count} MNIST training images ({others}).</source>
        <translation>{file}：文件没有说明像素的缩放方式，这里按 {taken} 处理；这样 {count} 张 MNIST 训练图像中读对 {accuracy}（{others}）。</translation>
    </message>
    <message>
        <source>That is poor: its hidden layers may be no ReLU, or its pixels were prepared otherwise.</source>
        <translation>结果不好：它的隐藏层可能不是 ReLU，或者像素的预处理方式不同。</translation>
    </message>
</context>
</TS>
