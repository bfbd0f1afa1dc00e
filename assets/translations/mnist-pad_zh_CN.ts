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
        <source>Broken: {told}</source>
        <translation>已破坏：{told}</translation>
    </message>
    <message>
        <source>&amp;It was a …</source>
        <translation>这其实是(&amp;I) …</translation>
    </message>
    <message>
        <source>Keep the drawing as a {digit}</source>
        <translation>把这个字保留为 {digit}</translation>
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
    <message>
        <source>What the network reads, and how sure it is of each of the ten digits. Where it misreads you, click the right digit or press its key: the drawing is kept, and Learn mine teaches it to the weights in use. Within a number, arrow keys go from digit to digit.</source>
        <translation>网络读出的数字，以及它对十个数字各有多大把握。读错时，请点击正确的数字或按下它的键：这个字会保留下来，“学习我的字迹”会把它教给正在使用的权重。读多位数时，用方向键在各个数字之间移动。</translation>
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
    <name>BreakView</name>
    <message>
        <source>Take out the pinned unit</source>
        <translation>去掉固定的单元</translation>
    </message>
    <message>
        <source>See what the network still reads without it</source>
        <translation>看看没有它网络还能认出什么</translation>
    </message>
    <message>
        <source>The bias to take out</source>
        <translation>要去掉的偏置</translation>
    </message>
    <message>
        <source>Leave out what a layer adds to each unit&apos;s sum</source>
        <translation>去掉某一层加到各单元求和上的偏置</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>每个权重的位数</translation>
    </message>
    <message>
        <source>Round each weight to one of 256 or of 16 values</source>
        <translation>把每个权重舍入到 256 个或 16 个取值之一</translation>
    </message>
    <message>
        <source>32, as they are</source>
        <translation>32，保持原样</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Add chance to each weight, as a share of how much its layer&apos;s weights differ</source>
        <translation>给每个权重加上随机噪声，大小按该层权重标准差的百分比计</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>剪枝</translation>
    </message>
    <message>
        <source>Set the smallest weights to zero: such a share of them</source>
        <translation>把绝对值最小的这一部分权重置零</translation>
    </message>
    <message>
        <source>Accuracy on MNIST&apos;s test set</source>
        <translation>在 MNIST 测试集上的准确率</translation>
    </message>
    <message>
        <source>A network that is learning cannot be broken meanwhile.</source>
        <translation>网络正在学习，此时不能破坏它。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>hidden layer {layer}</source>
        <translation>隐藏层 {layer}</translation>
    </message>
    <message>
        <source>the logits</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Put the unit back</source>
        <translation>放回这个单元</translation>
    </message>
    <message>
        <source>Reading MNIST&apos;s test digits …</source>
        <translation>正在识别 MNIST 测试集 …</translation>
    </message>
    <message>
        <source>Whole, it reads {whole} of MNIST&apos;s test digits.</source>
        <translation>完好时，MNIST 测试集的准确率为 {whole}。</translation>
    </message>
    <message>
        <source>Broken; reading MNIST&apos;s test digits …</source>
        <translation>已破坏；正在识别 MNIST 测试集 …</translation>
    </message>
    <message>
        <source>Broken, it reads {broken} of MNIST&apos;s test digits; whole, {whole}.</source>
        <translation>破坏后，MNIST 测试集的准确率为 {broken}；完好时为 {whole}。</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Bias left out</source>
        <translation>去掉偏置</translation>
    </message>
</context>
<context>
    <name>ChangePlot</name>
    <message>
        <source>read right, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>degrees, clockwise</source>
        <translation>顺时针，度</translation>
    </message>
    <message>
        <source>times as wide</source>
        <translation>宽度倍数</translation>
    </message>
    <message>
        <source>pixels thicker</source>
        <translation>加粗像素数</translation>
    </message>
    <message>
        <source>pixels to the right</source>
        <translation>右移像素数</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Changed</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>What the plots show</source>
        <translation>图中显示的内容</translation>
    </message>
    <message>
        <source>Why there are no plots</source>
        <translation>为什么没有图</translation>
    </message>
    <message>
        <source>How many are read right, in percent, when all are changed alike.</source>
        <translation>所有图像做同样的变形之后，识别正确的百分比。</translation>
    </message>
    <message>
        <source>How many of {count:,} images are read right, in percent, when all are changed alike; dashed, by the other weights.</source>
        <translation>{count:,} 张图像做同样的变形之后，识别正确的百分比；虚线为另一组权重。</translation>
    </message>
    <message>
        <source>How many of {count:,} images are read right, in percent, when all are changed alike.</source>
        <translation>{count:,} 张图像做同样的变形之后，识别正确的百分比。</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Choose the images that are read</source>
        <translation>选择要识别的图像</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>对比的权重</translation>
    </message>
    <message>
        <source>Choose other weights, to be compared with those in use</source>
        <translation>选择另一组权重，与当前权重对比</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>对比 …</translation>
    </message>
    <message>
        <source>with {weights}</source>
        <translation>对比 {weights}</translation>
    </message>
    <message>
        <source>A &amp;data set …</source>
        <translation>数据集(&amp;D) …</translation>
    </message>
    <message>
        <source>A folder of &amp;IDX files …</source>
        <translation>IDX 文件夹(&amp;I) …</translation>
    </message>
    <message>
        <source>A file of dra&amp;wings …</source>
        <translation>手写文件(&amp;W) …</translation>
    </message>
    <message>
        <source>A folder of &amp;pictures …</source>
        <translation>图片文件夹(&amp;P) …</translation>
    </message>
    <message>
        <source>Data sets (*.npz *.csv *.gz);;All files (*)</source>
        <translation>数据集 (*.npz *.csv *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Folder of IDX files</source>
        <translation>IDX 文件夹</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>手写样本</translation>
    </message>
    <message>
        <source>Drawings (*.jsonl)</source>
        <translation>手写样本 (*.jsonl)</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>No other weights</source>
        <translation>不对比</translation>
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
        <source>&amp;From a file …</source>
        <translation>从文件(&amp;F) …</translation>
    </message>
    <message>
        <source>Weights (*.npz)</source>
        <translation>权重 (*.npz)</translation>
    </message>
    <message>
        <source>Compare with weights</source>
        <translation>选择对比的权重</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>stopping; nothing is written</source>
        <translation>正在停止；不写入任何内容</translation>
    </message>
    <message>
        <source>{count:,} without a label or ink left out</source>
        <translation>略去没有标签或没有笔迹的 {count:,} 个</translation>
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
        <source>1 epoch, {meta.step:,} steps</source>
        <translation>1 轮，{meta.step:,} 步</translation>
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
        <source>{count:,} without a number left out</source>
        <translation>略去没有写明数字串的 {count:,} 个</translation>
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
        <source>not named by a number, left out</source>
        <translation>文件夹名不是数字，已略去</translation>
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
        <source>drawing</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
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
    <message>
        <source>it names no test images; 1 of its {total:,} is held out as such</source>
        <translation>其中没有注明测试图像；从 {total:,} 张中留出 1 张用作测试</translation>
    </message>
    <message>
        <source>it names no test images; {count:,} of its {total:,} are held out as such</source>
        <translation>其中没有注明测试图像；从 {total:,} 张中留出 {count:,} 张用作测试</translation>
    </message>
    <message>
        <source>{count:,} left out, as no digit is found in {names}</source>
        <translation>略去 {count:,} 张，因为在这些图片里找不到数字：{names}</translation>
    </message>
    <message>
        <source>its images look transposed and inverted: of {count}, the shipped network reads {right} right so, {right_turned} {transpose} and {invert}</source>
        <translation>图像看来是转置且反色的：{count} 张之中，自带的网络这样读对 {right} 张，{transpose}并{invert}则读对 {right_turned} 张</translation>
    </message>
    <message>
        <source>its images look transposed: of {count}, the shipped network reads {right} right so, {right_turned} {transpose}</source>
        <translation>图像看来是转置的：{count} 张之中，自带的网络这样读对 {right} 张，{transpose}则读对 {right_turned} 张</translation>
    </message>
    <message>
        <source>its images look inverted: of {count}, the shipped network reads {right} right so, {right_turned} {invert}</source>
        <translation>图像看来是反色的：{count} 张之中，自带的网络这样读对 {right} 张，{invert}则读对 {right_turned} 张</translation>
    </message>
    <message>
        <source>without {option}</source>
        <translation>去掉 {option} </translation>
    </message>
    <message>
        <source>with {option}</source>
        <translation>加上 {option} </translation>
    </message>
    <message>
        <source>read {count} of 10</source>
        <translation>10 个数字读对了 {count} 个</translation>
    </message>
    <message>
        <source>pictures of the window: {path}</source>
        <translation>窗口的截图：{path}</translation>
    </message>
    <message>
        <source>drew {digit}, read {answer} ({confidence})</source>
        <translation>写 {digit}，读作 {answer}（{confidence}）</translation>
    </message>
    <message>
        <source>epoch {epoch}: training {training}, test {test}</source>
        <translation>第 {epoch} 轮：训练 {training}，测试 {test}</translation>
    </message>
    <message>
        <source>it names no test images; its only image is read</source>
        <translation>其中没有注明测试图像；读取唯一的 1 张</translation>
    </message>
    <message>
        <source>it names no test images; all its {count:,} images are read</source>
        <translation>其中没有注明测试图像；读取全部 {count:,} 张</translation>
    </message>
    <message>
        <source>{error}; they are in {path}</source>
        <translation>{error}；已改存到 {path}</translation>
    </message>
    <message>
        <source>--scaling chooses another.</source>
        <translation>可用 --scaling 另选一种。</translation>
    </message>
    <message>
        <source>stopping; what was found is written</source>
        <translation>正在停止；已得到的结果会写入文件</translation>
    </message>
    <message>
        <source>report: {path}</source>
        <translation>报告：{path}</translation>
    </message>
    <message>
        <source>CSV: {path}</source>
        <translation>CSV：{path}</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>{path}: drawing {id}</source>
        <translation>{path}：手写样本 {id}</translation>
    </message>
    <message>
        <source>{count:,} drawings have the id {id}; the first is explained</source>
        <translation>有 {count:,} 个手写样本的 id 都是 {id}；解释其中第一个</translation>
    </message>
    <message>
        <source>layer {layer}, strongest units (of {count:,}): {units}</source>
        <translation>第 {layer} 层（共 {count:,} 个单元），激活值最大的单元：{units}</translation>
    </message>
    <message>
        <source>logits: {logits}</source>
        <translation>logits：{logits}</translation>
    </message>
    <message>
        <source>nearest training digits: none, the weights overflow</source>
        <translation>最接近的训练样本：无，权重溢出</translation>
    </message>
    <message>
        <source>nearest training digits: {digits}</source>
        <translation>最接近的训练样本：{digits}</translation>
    </message>
    <message>
        <source>{label} (number {index}, distance {distance:.4g})</source>
        <translation>{label}（序号 {index}，距离 {distance:.4g}）</translation>
    </message>
    <message>
        <source>No change was found that makes it another digit.</source>
        <translation>没有找到能使它变成其他数字的改动。</translation>
    </message>
    <message>
        <source>Read as {digit} with 1 pixel changed (+ inked, - wiped out):</source>
        <translation>改变 1 个像素，就识别为 {digit}（+ 涂黑，- 擦去）：</translation>
    </message>
    <message>
        <source>Read as {digit} with {changed:,} pixels changed (+ inked, - wiped out):</source>
        <translation>改变 {changed:,} 个像素，就识别为 {digit}（+ 涂黑，- 擦去）：</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Compared</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Which reads more</source>
        <translation>哪个读对得更多</translation>
    </message>
    <message>
        <source>The other weights&apos; figures</source>
        <translation>另一组权重的指标</translation>
    </message>
    <message>
        <source>Why nothing is compared</source>
        <translation>为什么没有对比</translation>
    </message>
    <message>
        <source>Read by the weights in use alone</source>
        <translation>只有当前权重读对的图像</translation>
    </message>
    <message>
        <source>Read by the other weights alone</source>
        <translation>只有另一组权重读对的图像</translation>
    </message>
    <message>
        <source>The weights in use</source>
        <translation>当前权重</translation>
    </message>
    <message>
        <source>The other weights</source>
        <translation>另一组权重</translation>
    </message>
    <message>
        <source>{name}: {figures}</source>
        <translation>{name}：{figures}</translation>
    </message>
    <message>
        <source>{name} alone reads these: {count:,}</source>
        <translation>只有“{name}”读对：{count:,} 张</translation>
    </message>
    <message>
        <source>Choose other weights above, and evaluate: they read the same images.</source>
        <translation>在上方选择另一组权重，然后评估：它们会识别同样的图像。</translation>
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
        <translation>您写 {label} 的写法：{styles}</translation>
    </message>
    <message>
        <source>Styles of your {label}: none yet</source>
        <translation>您写 {label} 的写法：还没有</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>写法</translation>
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
        <translation>您的字 {before:,} → {after:,}，共 {count:,} 个</translation>
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
    <name>DigitTable</name>
    <message>
        <source>Precision and recall of each digit</source>
        <translation>每个数字的精确率和召回率</translation>
    </message>
    <message>
        <source>Precision: of all read as this digit, how many are it. Recall: of all that are this digit, how many are read as it.</source>
        <translation>精确率：读作这个数字的图像中，有多少确实是它。召回率：确实是这个数字的图像中，有多少被读作它。</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
</context>
<context>
    <name>Digits</name>
    <message>
        <source>Digits</source>
        <translation>各数字</translation>
    </message>
    <message>
        <source>Why there is no precision</source>
        <translation>为什么没有精确率</translation>
    </message>
    <message>
        <source>Why there is no recall</source>
        <translation>为什么没有召回率</translation>
    </message>
    <message>
        <source>{name}, number {place}</source>
        <translation>{name}，第 {place} 个</translation>
    </message>
</context>
<context>
    <name>DigitsMap</name>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Which colour is which digit</source>
        <translation>每种颜色代表哪个数字</translation>
    </message>
    <message>
        <source>The image of the chosen point</source>
        <translation>所选点的图像</translation>
    </message>
    <message>
        <source>The image itself</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Why there is no map</source>
        <translation>为什么没有分布图</translation>
    </message>
    <message>
        <source>Near each other are images to which the last hidden layer answers alike; the star is the pad&apos;s drawing. The two directions hold {explained} of the differences.</source>
        <translation>最后一个隐藏层的激活值越相似，图像就离得越近；星号是画板上的字。两个主成分占全部方差的 {explained}。</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>the pad</source>
        <translation>画板</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Qt needs {libraries}, missing on this system; on Debian or Ubuntu: {command}</source>
        <translation>Qt 需要 {libraries}，而本系统没有；在 Debian 或 Ubuntu 上请运行：{command}</translation>
    </message>
    <message>
        <source>no display: neither DISPLAY nor WAYLAND_DISPLAY names a screen; start it on a desktop, or run &apos;mnist-pad demo&apos;, which needs none</source>
        <translation>没有显示器：DISPLAY 和 WAYLAND_DISPLAY 都没有指明屏幕；请在桌面环境中启动，或运行不需要屏幕的 &apos;mnist-pad demo&apos;</translation>
    </message>
    <message>
        <source>no display: nothing answers at DISPLAY={display}; start it on a desktop, or run &apos;mnist-pad demo&apos;, which needs none</source>
        <translation>没有显示器：DISPLAY={display} 处没有响应；请在桌面环境中启动，或运行不需要屏幕的 &apos;mnist-pad demo&apos;</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} 和 {second}</translation>
    </message>
    <message>
        <source>expected at most {most:,} bytes, found {size:,}</source>
        <translation>应不超过 {most:,} 字节，实际为 {size:,}</translation>
    </message>
    <message>
        <source>expected a JSON text, found otherwise: {error}</source>
        <translation>应为 JSON 文本，实际不是：{error}</translation>
    </message>
    <message>
        <source>expected a JSON object, found {found}</source>
        <translation>应为 JSON 对象，实际为 {found}</translation>
    </message>
    <message>
        <source>{path}: expected a file that can be read, found: {why}</source>
        <translation>{path}：文件应当可读，实际：{why}</translation>
    </message>
    <message>
        <source>expected a whole, readable file, found: {why}</source>
        <translation>文件应当完整可读，实际：{why}</translation>
    </message>
    <message>
        <source>expected a whole .npz archive, found none or a damaged one: {why}</source>
        <translation>应为完整的 .npz 文件，实际不是或已损坏：{why}</translation>
    </message>
    <message>
        <source>at most {most} arrays</source>
        <translation>不超过 {most} 个数组</translation>
    </message>
    <message>
        <source>each array once</source>
        <translation>每个数组只出现一次</translation>
    </message>
    <message>
        <source>a name twice</source>
        <translation>同名数组出现了两次</translation>
    </message>
    <message>
        <source>an archive of {size:,} bytes</source>
        <translation>大小为 {size:,} 字节的压缩文件</translation>
    </message>
    <message>
        <source>one said to hold {size:,}</source>
        <translation>声称内容有 {size:,} 字节</translation>
    </message>
    <message>
        <source>nothing but arrays</source>
        <translation>只含数组</translation>
    </message>
    <message>
        <source>{name} in the clear</source>
        <translation>未加密的 {name}</translation>
    </message>
    <message>
        <source>it encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>{name} stored or deflated</source>
        <translation>未压缩或用 deflate 压缩的 {name}</translation>
    </message>
    <message>
        <source>compression method {number}</source>
        <translation>压缩方法 {number}</translation>
    </message>
    <message>
        <source>{name} of {size:,} bytes</source>
        <translation>大小为 {size:,} 字节的 {name}</translation>
    </message>
    <message>
        <source>{name} in version 1 to 3 of NumPy&apos;s format</source>
        <translation>NumPy 格式第 1 至第 3 版的 {name}</translation>
    </message>
    <message>
        <source>{name} with a header of at most {most} bytes</source>
        <translation>文件头不超过 {most} 字节的 {name}</translation>
    </message>
    <message>
        <source>{name} as a plain array of numbers or text</source>
        <translation>普通的数值或文本数组 {name}</translation>
    </message>
    <message>
        <source>{name} of a NumPy dtype</source>
        <translation>数据类型属于 NumPy 的 {name}</translation>
    </message>
    <message>
        <source>expected {expected}, found {found}</source>
        <translation>应为{expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>{name}: expected {expected}, found {found}</source>
        <translation>{name}：应为{expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} 或 {second}</translation>
    </message>
    <message>
        <source>one of {options}</source>
        <translation>以下之一：{options}</translation>
    </message>
    <message>
        <source>{dtype} of shape {shape}</source>
        <translation>形状为 {shape} 的 {dtype}</translation>
    </message>
    <message>
        <source>{path}: expected a file that can be written, found: {why}</source>
        <translation>{path}：文件应当可写，实际：{why}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>什么也没有</translation>
    </message>
    <message>
        <source>{names} and {count:,} more</source>
        <translation>{names} 等，另有 {count:,} 个</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>JSON 对象</translation>
    </message>
    <message>
        <source>all its keys (an object with {missing})</source>
        <translation>所有的键（对象中应有 {missing}）</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>有 {count} 项的列表</translation>
    </message>
    <message>
        <source>a list of at most {most:,}</source>
        <translation>不超过 {most:,} 项的列表</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a printable text of at most {most:,} characters</source>
        <translation>不超过 {most:,} 个字符的可打印文本</translation>
    </message>
    <message>
        <source>a {kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>{path}: expected another file for the weights, found --ink&apos;s own</source>
        <translation>{path}：权重应存到别的文件，实际与 --ink 相同</translation>
    </message>
    <message>
        <source>{path}: expected drawings labelled 0 to 9, with ink, found none in {count:,}</source>
        <translation>{path}：应有标签为 0 到 9 且有笔迹的样本，{count:,} 个之中一个也没有</translation>
    </message>
    <message>
        <source>{option}: expected with --data, found without</source>
        <translation>{option}：应与 --data 一起使用，实际没有 --data</translation>
    </message>
    <message>
        <source>{path}: expected a folder to write in, found: {why}</source>
        <translation>{path}：应为可写入的文件夹，实际：{why}</translation>
    </message>
    <message>
        <source>{path}: expected a file that can be written</source>
        <translation>{path}：文件应当可写</translation>
    </message>
    <message>
        <source>{path}: expected nothing, or a sheet of an earlier evaluation, found something else</source>
        <translation>{path}：应不存在，或者是以前评估留下的错例图，实际是别的文件</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>这是一个文件</translation>
    </message>
    <message>
        <source>{path}: expected a folder that can be written, found: {why}</source>
        <translation>{path}：应为可写入的文件夹，实际：{why}</translation>
    </message>
    <message>
        <source>--numbers: expected --ink and a file of drawings, found none</source>
        <translation>--numbers：应同时给出 --ink 和手写样本文件，实际没有</translation>
    </message>
    <message>
        <source>--errors: expected a data set or single digits, found numbers or pictures</source>
        <translation>--errors：应用于数据集或单个数字，实际给的是数字串或图片</translation>
    </message>
    <message>
        <source>{option}: expected single digits or pictures, found --numbers</source>
        <translation>{option}：应为单个数字或图片，却给出了 --numbers</translation>
    </message>
    <message>
        <source>--scaling: expected --weights beside it, found none</source>
        <translation>--scaling：应与 --weights 一起使用，实际没有 --weights</translation>
    </message>
    <message>
        <source>{path}: expected drawings with a &quot;number&quot; of digits, found none in {count:,}</source>
        <translation>{path}：样本应有数字组成的 &quot;number&quot;，{count:,} 个之中一个也没有</translation>
    </message>
    <message>
        <source>{path}: expected folders of pictures, named by what these show (7, 427, {none}), found none</source>
        <translation>{path}：应有按所示内容命名的图片文件夹（7、427、{none}），实际没有</translation>
    </message>
    <message>
        <source>{path}: expected a folder of pictures, found: {why}</source>
        <translation>{path}：应为图片文件夹，实际：{why}</translation>
    </message>
    <message>
        <source>{path}: expected a new file or an earlier export, found another</source>
        <translation>{path}：应为新文件或以前导出的文件，实际是别的文件</translation>
    </message>
    <message>
        <source>--recipe: expected to be left out with --resume, which brings its own</source>
        <translation>--recipe：使用 --resume 时不应给出，因为它自带方案</translation>
    </message>
    <message>
        <source>a number from 0, or &apos;he&apos;</source>
        <translation>不小于 0 的数值，或 &apos;he&apos;</translation>
    </message>
    <message>
        <source>whole numbers with commas between them</source>
        <translation>用逗号隔开的整数</translation>
    </message>
    <message>
        <source>expected one of {first} and {second}, found both</source>
        <translation>{first} 和 {second} 应只有一个，实际两个都有</translation>
    </message>
    <message>
        <source>rows of numbers</source>
        <translation>由数值组成的行</translation>
    </message>
    <message>
        <source>expected images and labels by names such as x_{part} and y_{part}, found {names}</source>
        <translation>图像和标签应以 x_{part}、y_{part} 之类命名，实际有：{names}</translation>
    </message>
    <message>
        <source>{path}: expected another file to export to, found the collection&apos;s own, which is never overwritten</source>
        <translation>{path}：应导出到别的文件，这是样本库自己的文件，绝不会被覆盖</translation>
    </message>
    <message>
        <source>{path}: expected a folder for drawings, found: {why}</source>
        <translation>{path}：应为存放手写样本的文件夹，实际：{why}</translation>
    </message>
    <message>
        <source>images of shape (n, 28, 28) or (n, 784), in numbers</source>
        <translation>形状为 (n, 28, 28) 或 (n, 784) 的数值图像</translation>
    </message>
    <message>
        <source>whole numbers of shape (n,) or (n, 1), or one-hot of shape (n, 10)</source>
        <translation>形状为 (n,) 或 (n, 1) 的整数，或形状为 (n, 10) 的独热编码</translation>
    </message>
    <message>
        <source>at least one image</source>
        <translation>至少一张图像</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{count:,} labels, one an image</source>
        <translation>与图像一一对应的 {count:,} 个标签</translation>
    </message>
    <message>
        <source>pixels from 0 to 1 or from 0 to 255</source>
        <translation>取值 0 到 1 或 0 到 255 的像素</translation>
    </message>
    <message>
        <source>{low:g} to {high:g}</source>
        <translation>{low:g} 到 {high:g}</translation>
    </message>
    <message>
        <source>one 1 and nine 0 a row</source>
        <translation>每行一个 1 和九个 0</translation>
    </message>
    <message>
        <source>other rows</source>
        <translation>其他形式的行</translation>
    </message>
    <message>
        <source>{name}: expected labels from 0 to 9, found text: {error}</source>
        <translation>{name}：标签应为 0 到 9，实际是文本：{error}</translation>
    </message>
    <message>
        <source>labels from 0 to 9</source>
        <translation>取值 0 到 9 的标签</translation>
    </message>
    <message>
        <source>{what}: expected room for them, found: {why}</source>
        <translation>{what}：没有足够的空间：{why}</translation>
    </message>
    <message>
        <source>line {number}: {words}</source>
        <translation>第 {number} 行：{words}</translation>
    </message>
    <message>
        <source>{path}: expected drawings as JSON lines, found none in {count:,} lines</source>
        <translation>{path}：应为每行一个 JSON 的手写样本，前 {count:,} 行中一个也没有</translation>
    </message>
    <message>
        <source>{path}: drawing {id}: {words}</source>
        <translation>{path}：样本 {id}：{words}</translation>
    </message>
    <message>
        <source>expected a readable file, found: {why}</source>
        <translation>文件应当可读，实际：{why}</translation>
    </message>
    <message>
        <source>expected a whole file, found: {why}</source>
        <translation>文件应当完整，实际：{why}</translation>
    </message>
    <message>
        <source>expected a readable folder, found: {why}</source>
        <translation>文件夹应当可读，实际：{why}</translation>
    </message>
    <message>
        <source>{name}: expected a file of images beside it, found none</source>
        <translation>{name}：旁边应有图像文件，实际没有</translation>
    </message>
    <message>
        <source>{name}: expected a file of labels beside it, found none</source>
        <translation>{name}：旁边应有标签文件，实际没有</translation>
    </message>
    <message>
        <source>expected the files of one data set, found those of {names}</source>
        <translation>应只有一个数据集的文件，实际有这些数据集的：{names}</translation>
    </message>
    <message>
        <source>one without a name</source>
        <translation>一个没有名字的</translation>
    </message>
    <message>
        <source>expected IDX of unsigned bytes in {dimensions} dimensions (0000080{dimensions}), found a file that begins with {magic!r}</source>
        <translation>应为 {dimensions} 维无符号字节的 IDX 文件（0000080{dimensions}），实际文件以 {magic!r} 开头</translation>
    </message>
    <message>
        <source>expected {dimensions} sizes, found the file&apos;s end</source>
        <translation>应有 {dimensions} 个尺寸，文件却已结束</translation>
    </message>
    <message>
        <source>expected images of 28x28, found {height}x{width}</source>
        <translation>图像应为 28x28，实际为 {height}x{width}</translation>
    </message>
    <message>
        <source>expected {count:,} bytes, found a file of {size:,}</source>
        <translation>应有 {count:,} 字节，实际文件为 {size:,} 字节</translation>
    </message>
    <message>
        <source>expected {count:,} bytes, found {size:,} after the sizes</source>
        <translation>尺寸之后应有 {count:,} 字节，实际有 {size:,}</translation>
    </message>
    <message>
        <source>expected {count:,} bytes after the sizes, found more</source>
        <translation>尺寸之后应有 {count:,} 字节，实际更多</translation>
    </message>
    <message>
        <source>{path}: expected MNIST, SHA-256 {known}, found SHA-256 {found}</source>
        <translation>{path}：应为 MNIST，SHA-256 {known}，实际的 SHA-256 为 {found}</translation>
    </message>
    <message>
        <source>{name}: expected training images, found a test set alone</source>
        <translation>{name}：应有训练图像，实际只有测试集</translation>
    </message>
    <message>
        <source>1 to {most:,} of {total:,} training images to hold out</source>
        <translation>从 {total:,} 张训练图像中留出 1 到 {most:,} 张</translation>
    </message>
    <message>
        <source>expected the folder that this file is in, with labels, found it alone</source>
        <translation>应给出这个文件所在的、带有标签文件的文件夹，实际只给了这一个文件</translation>
    </message>
    <message>
        <source>expected folders train and test alone, found {names}</source>
        <translation>应只有 train 和 test 两个文件夹，实际有：{names}</translation>
    </message>
    <message>
        <source>expected IDX files, or folders named 0 to 9 with pictures, found {names}</source>
        <translation>应为 IDX 文件，或名为 0 到 9 的图片文件夹，实际有：{names}</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>expected pictures of digits, found none in 1 file</source>
        <translation>应有数字图片，仅有的 1 个文件不是</translation>
    </message>
    <message>
        <source>expected pictures of digits, found none in {count:,} files</source>
        <translation>应有数字图片，{count:,} 个文件中一张也没有</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>{name}&apos;s labels</source>
        <translation>{name} 的标签</translation>
    </message>
    <message>
        <source>them in both</source>
        <translation>两列都是</translation>
    </message>
    <message>
        <source>none in either</source>
        <translation>两列都不是</translation>
    </message>
    <message>
        <source>labels from 0 to 9 in the first or the last column</source>
        <translation>第一列或最后一列为 0 到 9 的标签</translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>the keys {keys}</source>
        <translation>含有 {keys} 这些键的对象</translation>
    </message>
    <message>
        <source>no {name}</source>
        <translation>没有 {name}</translation>
    </message>
    <message>
        <source>a whole number from 0 to 9 or null</source>
        <translation>取值 0 到 9 的整数或 null</translation>
    </message>
    <message>
        <source>a text or a whole number</source>
        <translation>文本或整数</translation>
    </message>
    <message>
        <source>[width, height] in pixels</source>
        <translation>以像素计的 [width, height]</translation>
    </message>
    <message>
        <source>a width in pixels</source>
        <translation>以像素计的宽度</translation>
    </message>
    <message>
        <source>lists of [x, y]</source>
        <translation>由 [x, y] 组成的列表</translation>
    </message>
    <message>
        <source>points [x, y] in pixels</source>
        <translation>以像素计的点 [x, y]</translation>
    </message>
    <message>
        <source>at most {most:,} bytes</source>
        <translation>不超过 {most:,} 字节</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>expected JSON in UTF-8, found otherwise: {error}</source>
        <translation>应为 UTF-8 编码的 JSON，实际不是：{error}</translation>
    </message>
    <message>
        <source>a JSON object</source>
        <translation>JSON 对象</translation>
    </message>
    <message>
        <source>expected what JSON can hold, found otherwise: {error}</source>
        <translation>应为 JSON 能表示的内容，实际不是：{error}</translation>
    </message>
    <message>
        <source>an .npz archive, a CSV file of a label and 784 pixels a line, or a folder</source>
        <translation>.npz 文件、每行一个标签和 784 个像素的 CSV 文件或文件夹</translation>
    </message>
    <message>
        <source>expected a file that stays as it is while it is read: {error}</source>
        <translation>读取过程中文件不应改变：{error}</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>line {number}: expected a label and 784 pixels, found 784 numbers: pixels alone, as in Kaggle&apos;s test.csv</source>
        <translation>第 {number} 行：应为一个标签和 784 个像素，实际为 784 个数：只有像素，如 Kaggle 的 test.csv</translation>
    </message>
    <message>
        <source>1 column in line {number}: {line}</source>
        <translation>第 {number} 行只有 1 列：{line}</translation>
    </message>
    <message>
        <source>{count:,} columns in line {number}: {line}</source>
        <translation>第 {number} 行有 {count:,} 列：{line}</translation>
    </message>
    <message>
        <source>no line of numbers</source>
        <translation>没有任何数值行</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>共 {count} 列</translation>
    </message>
    <message>
        <source>whole numbers from 0 to 255, as in the first line</source>
        <translation>与第一行一样的 0 到 255 的整数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a file of {size:,} bytes</source>
        <translation>大小为 {size:,} 字节的文件</translation>
    </message>
    <message>
        <source>one that unpacks to more than {size:,}</source>
        <translation>解压后超过 {size:,} 字节</translation>
    </message>
    <message>
        <source>line {number} of {size:,} bytes or more</source>
        <translation>第 {number} 行达 {size:,} 字节或更多</translation>
    </message>
    <message>
        <source>{path}: {first}</source>
        <translation>{path}：{first}</translation>
    </message>
    <message>
        <source>{path}: {first} (and 1 line more)</source>
        <translation>{path}：{first}（另有 1 行）</translation>
    </message>
    <message>
        <source>{path}: {first} (and {more:,} lines more)</source>
        <translation>{path}：{first}（另有 {more:,} 行）</translation>
    </message>
    <message>
        <source>expected one of {names}, found none</source>
        <translation>应为以下之一：{names}，实际都不是</translation>
    </message>
    <message>
        <source>{name}: expected {least} or more, found {found}</source>
        <translation>{name}：应不小于 {least}，实际为 {found}</translation>
    </message>
    <message>
        <source>{path}: expected room for weights, found: {why}</source>
        <translation>{path}：没有存放权重的空间：{why}</translation>
    </message>
    <message>
        <source>{path}: expected a folder for event files, found: {why}</source>
        <translation>{path}：应为存放事件文件的文件夹，实际：{why}</translation>
    </message>
    <message>
        <source>{path}: expected TensorFlow to write event files, found: {last}</source>
        <translation>{path}：应由 TensorFlow 写出事件文件，实际：{last}</translation>
    </message>
    <message>
        <source>{path}: expected a time and a recipe for a name, found others</source>
        <translation>{path}：文件名应为时间和方案，实际不是</translation>
    </message>
    <message>
        <source>{path}: expected a run of an earlier version ({error})</source>
        <translation>{path}：应为早期版本的训练记录（{error}）</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>取值 0 到 1 的数值</translation>
    </message>
    <message>
        <source>a short text</source>
        <translation>简短的文本</translation>
    </message>
    <message>
        <source>a time in UTC</source>
        <translation>UTC 时间</translation>
    </message>
    <message>
        <source>a number from 0</source>
        <translation>不小于 0 的数值</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>不小于 0 的整数</translation>
    </message>
    <message>
        <source>{path}: expected it could be read, found: {why}</source>
        <translation>{path}：应当可读，实际：{why}</translation>
    </message>
    <message>
        <source>run {run!r}: expected the id, the beginning of an id or the name of one run, found {number}</source>
        <translation>训练记录 {run!r}：应为某一条记录的编号、编号开头或名称，符合的记录数：{number}</translation>
    </message>
    <message>
        <source>run {run}: expected it in {folder}, found no such run</source>
        <translation>训练记录 {run}：应在 {folder} 中，实际没有这条记录</translation>
    </message>
    <message>
        <source>run {run}: expected one that has ended, found one that goes on</source>
        <translation>训练记录 {run}：应已结束，实际仍在进行</translation>
    </message>
    <message>
        <source>run {run}: expected it among the deleted, found no such run</source>
        <translation>训练记录 {run}：应在已删除的记录中，实际没有这条记录</translation>
    </message>
    <message>
        <source>run {run}: expected curves, found {found}</source>
        <translation>训练记录 {run}：应有曲线，实际为 {found}</translation>
    </message>
    <message>
        <source>run {run}: expected a run of this version, found an earlier one&apos;s</source>
        <translation>训练记录 {run}：应为本版本的记录，实际是早期版本的</translation>
    </message>
    <message>
        <source>{path}: expected it could be written, found: {why}</source>
        <translation>{path}：应当可写，实际：{why}</translation>
    </message>
    <message>
        <source>run {run!r}: expected the name of a folder, found none</source>
        <translation>训练记录 {run!r}：应为文件夹名，实际不是</translation>
    </message>
    <message>
        <source>{path}: expected it could be moved, found: {why}</source>
        <translation>{path}：应当可以移动，实际：{why}</translation>
    </message>
    <message>
        <source>{path}: expected a picture ({known}), found another kind of file</source>
        <translation>{path}：应为图片（{known}），实际是别的文件</translation>
    </message>
    <message>
        <source>{path}: expected a picture, found: {why}</source>
        <translation>{path}：应为图片，实际：{why}</translation>
    </message>
    <message>
        <source>{path}: expected a picture of at most {most:,} pixels, found far more</source>
        <translation>{path}：图片应不超过 {most:,} 像素，实际远不止</translation>
    </message>
    <message>
        <source>{path}: expected a picture, found a broken one</source>
        <translation>{path}：应为图片，实际已损坏</translation>
    </message>
    <message>
        <source>{path}: expected a picture of 1 to {most:,} pixels, found {width} x {height}</source>
        <translation>{path}：图片应为 1 到 {most:,} 像素，实际为 {width} x {height}</translation>
    </message>
    <message>
        <source>{path}: expected a picture, found a film</source>
        <translation>{path}：应为图片，实际是动画</translation>
    </message>
    <message>
        <source>two arrays a layer, called like theta_1 and bias_1, arr_0 and arr_1, W1 and b1, fc1.weight and fc1.bias or dense/kernel and dense/bias</source>
        <translation>每层两个数组，名称如 theta_1 和 bias_1、arr_0 和 arr_1、W1 和 b1、fc1.weight 和 fc1.bias 或 dense/kernel 和 dense/bias</translation>
    </message>
    <message>
        <source>names with numbers where layers are of one shape</source>
        <translation>形状相同的各层在名称中带有编号</translation>
    </message>
    <message>
        <source>weights laid out as their names say, where one is square</source>
        <translation>有方阵时，各权重的排列与名称相符</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>theta_*, bias_*, optimizer_* and meta alone</source>
        <translation>只有 theta_*、bias_*、optimizer_* 和 meta</translation>
    </message>
    <message>
        <source>1 to {most} layers</source>
        <translation>有 1 到 {most} 层</translation>
    </message>
    <message>
        <source>shape {shape} with 1 to {most:,} units</source>
        <translation>形状 {shape}，其中单元数为 1 到 {most:,}</translation>
    </message>
    <message>
        <source>shape {shape}</source>
        <translation>形状 {shape}</translation>
    </message>
    <message>
        <source>{count} outputs, one a digit</source>
        <translation>每个数字一个、共 {count} 个输出</translation>
    </message>
    <message>
        <source>at most {most} optimizer_* arrays</source>
        <translation>不超过 {most} 个 optimizer_* 数组</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>at most {most:,} numbers</source>
        <translation>不超过 {most:,} 个数</translation>
    </message>
    <message>
        <source>one text</source>
        <translation>一个文本</translation>
    </message>
    <message>
        <source>at most {most:,} characters</source>
        <translation>不超过 {most:,} 个字符</translation>
    </message>
    <message>
        <source>a printable text</source>
        <translation>可打印的文本</translation>
    </message>
    <message>
        <source>a whole number from 0 or null</source>
        <translation>不小于 0 的整数或 null</translation>
    </message>
    <message>
        <source>a number from 0 to 1 or null</source>
        <translation>取值 0 到 1 的数值或 null</translation>
    </message>
    <message>
        <source>a finite number above 0</source>
        <translation>大于 0 的有限数值</translation>
    </message>
    <message>
        <source>an object of plain settings</source>
        <translation>由简单设置组成的对象</translation>
    </message>
    <message>
        <source>meta: expected what JSON can hold, found {error}</source>
        <translation>meta：应为 JSON 能表示的内容，实际：{error}</translation>
    </message>
    <message>
        <source>{sizes}, as the arrays have</source>
        <translation>与各数组一致的 {sizes}</translation>
    </message>
    <message>
        <source>meta: expected at most {most:,} characters, found {count:,}</source>
        <translation>meta：应不超过 {most:,} 个字符，实际有 {count:,} 个</translation>
    </message>
    <message>
        <source>meta: expected a JSON text, found otherwise: {error}</source>
        <translation>meta：应为 JSON 文本，实际不是：{error}</translation>
    </message>
    <message>
        <source>meta: expected a JSON object, found {found}</source>
        <translation>meta：应为 JSON 对象，实际为 {found}</translation>
    </message>
    <message>
        <source>meta: expected {name} to be {expected}, found {found}</source>
        <translation>meta：{name} 应为{expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>numbers that float32 can hold</source>
        <translation>float32 能表示的数</translation>
    </message>
    <message>
        <source>meta: expected a text, found otherwise: {error}</source>
        <translation>meta：应为文本，实际不是：{error}</translation>
    </message>
    <message>
        <source>finite numbers</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <source>drawings: expected at least one that shows a digit, found none</source>
        <translation>手写样本：至少应有一个写着数字，实际没有</translation>
    </message>
    <message>
        <source>a whole number from {low:,} to {high:,}</source>
        <translation>取值 {low:,} 到 {high:,} 的整数</translation>
    </message>
    <message>
        <source>a number above {low:g} below {high:g}</source>
        <translation>大于 {low:g}、小于 {high:g} 的数值</translation>
    </message>
    <message>
        <source>a number above {low:g} up to {high:g}</source>
        <translation>大于 {low:g}、不超过 {high:g} 的数值</translation>
    </message>
    <message>
        <source>a number from {low:g} below {high:g}</source>
        <translation>不小于 {low:g}、小于 {high:g} 的数值</translation>
    </message>
    <message>
        <source>a number from {low:g} up to {high:g}</source>
        <translation>取值 {low:g} 到 {high:g} 的数值</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>整数列表</translation>
    </message>
    <message>
        <source>settings among {names}</source>
        <translation>以下设置：{names}</translation>
    </message>
    <message>
        <source>config: expected plain numbers and names ({error})</source>
        <translation>config：应为简单的数值和名称（{error}）</translation>
    </message>
    <message>
        <source>lesson: expected one from 1 to {last}, found {found}</source>
        <translation>课程：应为 1 到 {last} 课之一，实际为 {found}</translation>
    </message>
    <message>
        <source>training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>more than the {count:,} training images to hold out</source>
        <translation>训练图像多于要留出的 {count:,} 张</translation>
    </message>
    <message>
        <source>recipe: expected one of {names}, found {found!r}</source>
        <translation>方案：应为以下之一：{names}，实际为 {found!r}</translation>
    </message>
    <message>
        <source>weights: expected layers of {expected} units, as the settings say, found {found}</source>
        <translation>权重：按设置各层单元数应为 {expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>activation: expected {expected}, as the resumed weights were trained with, found {found}</source>
        <translation>激活函数：应与所续训的权重一样为 {expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>batch size: expected {expected}, as the resumed weights were trained with, found {found}</source>
        <translation>批大小：应与所续训的权重一样为 {expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>epochs: expected more than the {had} that the resumed weights have had, found {found}</source>
        <translation>轮数：应多于所续训的权重已训练的 {had} 轮，实际为 {found}</translation>
    </message>
    <message>
        <source>weights: expected the data set {expected} that they were trained on, found {found}</source>
        <translation>权重：应使用训练它们的数据集 {expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>weights: expected {epochs} epochs of {steps:,} steps, as this data gives, found {found:,} steps</source>
        <translation>权重：按此数据应为 {epochs} 轮、每轮 {steps:,} 步，实际共 {found:,} 步</translation>
    </message>
    <message>
        <source>weights: expected 1 epoch of {steps:,} steps, as this data gives, found {found:,} steps</source>
        <translation>权重：按此数据应为 1 轮、每轮 {steps:,} 步，实际共 {found:,} 步</translation>
    </message>
    <message>
        <source>optimizer state: expected {expected} for this run&apos;s optimizer, found {found}</source>
        <translation>优化器状态：按本次训练的优化器应为{expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>{name}: expected a number below {limit}, found {number}</source>
        <translation>{name}：应小于 {limit}，实际为 {number}</translation>
    </message>
    <message>
        <source>stroke: expected a width above 0 and pairs of numbers, found others</source>
        <translation>笔画：应为大于 0 的宽度和成对的数值，实际不是</translation>
    </message>
    <message>
        <source>stroke: expected coordinates up to a million, found larger ones or NaN</source>
        <translation>笔画：坐标应不超过一百万，实际更大或为 NaN</translation>
    </message>
    <message>
        <source>stroke: expected {count:,} widths above 0, found others</source>
        <translation>笔画：应有 {count:,} 个大于 0 的宽度，实际不是</translation>
    </message>
    <message>
        <source>picture: expected what is shown, found nothing</source>
        <translation>图片：应有所显示的内容，实际没有</translation>
    </message>
    <message>
        <source>picture: expected deflated pixels, found {error}</source>
        <translation>图片：应为 deflate 压缩的像素，实际：{error}</translation>
    </message>
    <message>
        <source>picture: expected {count:,} pixels, found {found:,}</source>
        <translation>图片：应有 {count:,} 个像素，实际有 {found:,}</translation>
    </message>
    <message>
        <source>drawing: expected base 64, found {error}</source>
        <translation>笔迹：应为 base64，实际：{error}</translation>
    </message>
    <message>
        <source>expected a session of format {format}, found another</source>
        <translation>会话格式应为 {format}，实际不是</translation>
    </message>
    <message>
        <source>samples: expected a list of drawings, found another</source>
        <translation>samples：应为样本列表，实际不是</translation>
    </message>
    <message>
        <source>weights files: expected a list of paths, found another</source>
        <translation>weights files：应为路径列表，实际不是</translation>
    </message>
    <message>
        <source>{path}: expected another file for {name}, found {other}&apos;s</source>
        <translation>{path}：{name} 应为另一个文件，这却是 {other} 的文件</translation>
    </message>
    <message>
        <source>expected a picture, or --ink and --id, found both</source>
        <translation>应给出一张图片，或 --ink 与 --id，却两者都有</translation>
    </message>
    <message>
        <source>expected a picture, or --ink and --id, found neither</source>
        <translation>应给出一张图片，或 --ink 与 --id，却两者都没有</translation>
    </message>
    <message>
        <source>--id: expected which drawing of --ink, found none</source>
        <translation>--id：应指明 --ink 中的哪个手写样本，却没有给出</translation>
    </message>
    <message>
        <source>{path}: expected a drawing with the id {wanted}, found {known}</source>
        <translation>{path}：应有 id 为 {wanted} 的手写样本，实有：{known}</translation>
    </message>
    <message>
        <source>too little ink</source>
        <translation>墨迹太少</translation>
    </message>
    <message>
        <source>{count:,} marks</source>
        <translation>{count:,} 个字符</translation>
    </message>
    <message>
        <source>no ink</source>
        <translation>没有墨迹</translation>
    </message>
    <message>
        <source>one digit</source>
        <translation>一个数字</translation>
    </message>
    <message>
        <source>{name}: expected one digit, found none: {reason}</source>
        <translation>{name}：应为一个数字，却没有：{reason}</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>There is nothing to read.</source>
        <translation>没有可识别的图像。</translation>
    </message>
    <message>
        <source>Nobody says which digits these are, so nothing can be counted as right or wrong.</source>
        <translation>这些图像没有标签，因此无法统计对错。</translation>
    </message>
    <message>
        <source>All are the same digit: whatever is read as it, is it, so a precision says nothing.</source>
        <translation>全部是同一个数字：凡读作它的都是它，所以精确率没有意义。</translation>
    </message>
    <message>
        <source>None of the drawings has enough ink to make a picture of.</source>
        <translation>所有手写样本的墨迹都太少，无法生成图像。</translation>
    </message>
    <message>
        <source>A map needs at least three images.</source>
        <translation>至少要有三张图像才能画出分布图。</translation>
    </message>
    <message>
        <source>What the last hidden layer answers varies in fewer than two directions: there is no map.</source>
        <translation>最后一个隐藏层的激活值变化不足两个方向，因此没有分布图。</translation>
    </message>
    <message>
        <source>MNIST&apos;s test set</source>
        <translation>MNIST 测试集</translation>
    </message>
    <message>
        <source>My drawings</source>
        <translation>我的手写</translation>
    </message>
    <message>
        <source>turned clockwise, degrees</source>
        <translation>顺时针旋转（度）</translation>
    </message>
    <message>
        <source>width, times the usual</source>
        <translation>宽度（原来的倍数）</translation>
    </message>
    <message>
        <source>lines thicker on either side, pixels</source>
        <translation>笔画每侧加粗（像素）</translation>
    </message>
    <message>
        <source>moved to the right, pixels</source>
        <translation>向右平移（像素）</translation>
    </message>
    <message>
        <source>{better} and {worse} read equally many: no difference to explain.</source>
        <translation>“{better}”与“{worse}”读对的一样多：没有差异需要解释。</translation>
    </message>
    <message>
        <source>{better} reads {more:,} more than {worse}: the difference is hardly chance ({p}).</source>
        <translation>“{better}”比“{worse}”多读对 {more:,} 张：这一差异不太可能出于偶然（{p}）。</translation>
    </message>
    <message>
        <source>{better} reads {more:,} more than {worse}: the difference may well be chance ({p}).</source>
        <translation>“{better}”比“{worse}”多读对 {more:,} 张：这一差异很可能只是偶然（{p}）。</translation>
    </message>
    <message>
        <source>{set}: {images}, read by {weights}</source>
        <translation>{set}：{images}，由“{weights}”识别</translation>
    </message>
    <message>
        <source>{set}: {images} until Stop, read by {weights}</source>
        <translation>{set}：停止前 {images}，由“{weights}”识别</translation>
    </message>
    <message>
        <source>{set}: {images} so far, read by {weights}</source>
        <translation>{set}：目前 {images}，由“{weights}”识别</translation>
    </message>
    <message>
        <source>{accuracy} read right</source>
        <translation>准确率 {accuracy}</translation>
    </message>
    <message>
        <source>{refused:,} refused</source>
        <translation>拒识 {refused:,} 张</translation>
    </message>
    <message>
        <source>calibration error {error}</source>
        <translation>校准误差 {error}</translation>
    </message>
    <message>
        <source>{label}, not read</source>
        <translation>{label}，未识别</translation>
    </message>
    <message>
        <source>{label}, read {answer}</source>
        <translation>{label}，读作 {answer}</translation>
    </message>
    <message>
        <source>read {answer}</source>
        <translation>读作 {answer}</translation>
    </message>
    <message>
        <source>{name}: there is too little ink to read</source>
        <translation>{name}：墨迹太少，无法识别</translation>
    </message>
    <message>
        <source>{name}: read as {answer}, {probability}, but refused as no digit</source>
        <translation>{name}：读作 {answer}，{probability}，但被判为不是数字</translation>
    </message>
    <message>
        <source>{name}: read as {answer}, {probability}</source>
        <translation>{name}：读作 {answer}，{probability}</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>{count:,} images</source>
        <translation>{count:,} 张图像</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>E&amp;valuate the weights in use</source>
        <translation>评估当前权重(&amp;V)</translation>
    </message>
    <message>
        <source>Read all images with the weights in use</source>
        <translation>用当前权重识别所有图像</translation>
    </message>
    <message>
        <source>Stop evaluatin&amp;g</source>
        <translation>停止评估(&amp;G)</translation>
    </message>
    <message>
        <source>Stop reading; what was found stays</source>
        <translation>停止识别；已得到的结果会保留</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How much of the evaluation is done</source>
        <translation>评估完成了多少</translation>
    </message>
    <message>
        <source>How well they are read</source>
        <translation>识别得怎样</translation>
    </message>
    <message>
        <source>What was read, and by which weights</source>
        <translation>识别了什么，用的哪组权重</translation>
    </message>
    <message>
        <source>What was passed over</source>
        <translation>跳过了什么</translation>
    </message>
    <message>
        <source>Nothing was evaluated yet</source>
        <translation>尚未评估</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>评估结果</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>What is taken for what</source>
        <translation>哪个数字被读作哪个</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>各数字</translation>
    </message>
    <message>
        <source>Precision, recall, reliability</source>
        <translation>精确率、召回率、可靠性</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>The same images turned, squeezed …</source>
        <translation>同样的图像，旋转、压扁 …</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Two networks side by side</source>
        <translation>并排对比两个网络</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>The images as the network sees them</source>
        <translation>网络眼中的图像</translation>
    </message>
    <message>
        <source>Choose which images are read, and press Evaluate: here is then how well the weights in use read them, which they misread, and what they take them for.</source>
        <translation>选择要识别的图像，然后点击“评估”：这里会显示当前权重识别得怎样、读错了哪些、把它们读作了什么。</translation>
    </message>
    <message>
        <source>What was found, part by part</source>
        <translation>评估结果，逐项查看</translation>
    </message>
    <message>
        <source>How well the weights in use read MNIST&apos;s test set, your drawings, any data set, file of drawings or folder of pictures. A number of the matrix shows its images, and an image goes onto the pad by a click or Enter; Undo brings back what was there. Other weights can read the same images beside them.</source>
        <translation>当前权重对 MNIST 测试集、您的手写、任意数据集、手写文件或图片文件夹识别得怎样。点击混淆矩阵中的数字可以查看对应的图像；单击图像或按Enter 键，就把它放到画板上，撤销可以恢复原来的内容。还可以让另一组权重识别同样的图像，作为对比。</translation>
    </message>
</context>
<context>
    <name>EvaluationReport</name>
    <message>
        <source>The first {shown:,} of {count:,}.</source>
        <translation>共 {count:,} 张，显示前 {shown:,} 张。</translation>
    </message>
    <message>
        <source>not a digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>is {label}, not read</source>
        <translation>实为 {label}，未能识别</translation>
    </message>
    <message>
        <source>read {answer}</source>
        <translation>读作 {answer}</translation>
    </message>
    <message>
        <source>is {label}, read {answer}</source>
        <translation>实为 {label}，读作 {answer}</translation>
    </message>
    <message>
        <source>How well digits are read</source>
        <translation>数字识别评估报告</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>Reliability: is it as sure as it is right?</source>
        <translation>可靠性：置信度与准确率是否相符</translation>
    </message>
    <message>
        <source>Robustness: the same digits, changed</source>
        <translation>鲁棒性：同样的数字，变形之后</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>对比权重</translation>
    </message>
    <message>
        <source>made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Stopped before the end: the figures are of the first {count:,}.</source>
        <translation>评估中途停止：以下指标只统计前 {count:,} 张图像。</translation>
    </message>
    <message>
        <source>{name} ({layers}, {parameters:,} parameters)</source>
        <translation>{name}（{layers}，{parameters:,} 个参数）</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>两个网络的对比</translation>
    </message>
    <message>
        <source>{name} alone</source>
        <translation>只有“{name}”读对</translation>
    </message>
    <message>
        <source>both read</source>
        <translation>两者都读对</translation>
    </message>
    <message>
        <source>neither reads</source>
        <translation>两者都读错</translation>
    </message>
    <message>
        <source>Read by {name} alone: {count:,}</source>
        <translation>只有“{name}”读对：{count:,} 张</translation>
    </message>
    <message>
        <source>Digit by digit</source>
        <translation>各个数字</translation>
    </message>
    <message>
        <source>Confusion matrix: what is taken for what</source>
        <translation>混淆矩阵：哪个数字被读作哪个</translation>
    </message>
    <message>
        <source>A bar is the accuracy of answers of about one confidence; those of an honest network end at the line.</source>
        <translation>每根柱表示置信度相近的答案的准确率；若网络校准良好，柱顶应落在虚线上。</translation>
    </message>
    <message>
        <source>Stopped before this was measured.</source>
        <translation>在测量这一项之前已停止。</translation>
    </message>
    <message>
        <source>Accuracy of {count:,} of the images, evenly spaced.</source>
        <translation>准确率由均匀抽取的 {count:,} 张图像测得。</translation>
    </message>
    <message>
        <source>A map of the last hidden layer</source>
        <translation>最后一个隐藏层的分布图</translation>
    </message>
    <message>
        <source>Each dot is an image, where the first two principal components have it; they hold {share} of the variance. Digits, in their colours:</source>
        <translation>每个点是一张图像，坐标为前两个主成分，它们共占方差的 {share}。各数字的颜色：</translation>
    </message>
    <message>
        <source>Misread, the worst first: {count:,}</source>
        <translation>读错的图像，错得最严重的在前：{count:,} 张</translation>
    </message>
    <message>
        <source>Called not a digit: {count:,}</source>
        <translation>被判为不是数字：{count:,} 张</translation>
    </message>
    <message>
        <source>{count:,} answers, confidence {confidence}, of them right {accuracy}</source>
        <translation>{count:,} 个答案，平均置信度 {confidence}，其中正确 {accuracy}</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>read right</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>called not a digit</source>
        <translation>被判为不是数字</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>is ↓ read →</source>
        <translation>实为 ↓ 读作 →</translation>
    </message>
    <message>
        <source>Whole pictures</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>is</source>
        <translation>实为</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>and {more:,} more</source>
        <translation>另有 {more:,} 张</translation>
    </message>
</context>
<context>
    <name>EvaluationStore</name>
    <message>
        <source>The evaluation was written to {name}.</source>
        <translation>评估结果已写入 {name}。</translation>
    </message>
    <message>
        <source>There is not enough memory for this evaluation.</source>
        <translation>内存不足，无法完成这次评估。</translation>
    </message>
    <message>
        <source>The evaluation failed: {detail}.</source>
        <translation>评估失败：{detail}。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write what was found to a file</source>
        <translation>把评估结果写入文件</translation>
    </message>
    <message>
        <source>&amp;Report, one HTML file …</source>
        <translation>报告，单个 HTML 文件(&amp;R) …</translation>
    </message>
    <message>
        <source>&amp;Figures and answers as CSV …</source>
        <translation>指标和答案，CSV(&amp;F) …</translation>
    </message>
    <message>
        <source>This &amp;part as picture …</source>
        <translation>本页签存为图片(&amp;P) …</translation>
    </message>
    <message>
        <source>The pa&amp;ge as picture …</source>
        <translation>整页存为图片(&amp;G) …</translation>
    </message>
    <message>
        <source>Export the evaluation</source>
        <translation>导出评估结果</translation>
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
    <name>FirstLayer</name>
    <message>
        <source>Weights of the first layer</source>
        <translation>第一层的权重</translation>
    </message>
    <message>
        <source>The weights from the pixels to the first units: where ink speaks for a unit (red) and where against it (blue).</source>
        <translation>从像素到前几个单元的权重：红色处的笔迹使单元更活跃，蓝色处的则抑制它。</translation>
    </message>
</context>
<context>
    <name>FirstMarks</name>
    <message>
        <source>Draw a digit on the pad.</source>
        <translation>在画板上写一个数字。</translation>
    </message>
    <message>
        <source>Here the network says which digit it is, and how sure it is.</source>
        <translation>网络在这里说出它是哪个数字，以及有多大把握。</translation>
    </message>
    <message>
        <source>Press Train and watch it learn.</source>
        <translation>点击“训练”，看它怎样学习。</translation>
    </message>
</context>
<context>
    <name>FlipView</name>
    <message>
        <source>The drawing</source>
        <translation>手写的数字</translation>
    </message>
    <message>
        <source>The changed drawing</source>
        <translation>改动后的数字</translation>
    </message>
    <message>
        <source>Framed: the pixels that changed</source>
        <translation>加框的是改动过的像素</translation>
    </message>
    <message>
        <source>The smallest change</source>
        <translation>最小的改动</translation>
    </message>
    <message>
        <source>How far {digit} is</source>
        <translation>离 {digit} 有多远</translation>
    </message>
    <message>
        <source>Show the smallest change to {digit}</source>
        <translation>显示变成 {digit} 的最小改动</translation>
    </message>
    <message>
        <source>Looking for it …</source>
        <translation>正在寻找 …</translation>
    </message>
    <message>
        <source>No change was found that makes it another digit.</source>
        <translation>没有找到能让它变成别的数字的改动。</translation>
    </message>
    <message>
        <source>An {digit} in 1 pixel.</source>
        <translation>改 1 个像素就成了 {digit}。</translation>
    </message>
    <message>
        <source>A {digit} in 1 pixel.</source>
        <translation>改 1 个像素就成了 {digit}。</translation>
    </message>
    <message>
        <source>An {digit} in {count} pixels.</source>
        <translation>改 {count} 个像素就成了 {digit}。</translation>
    </message>
    <message>
        <source>A {digit} in {count} pixels.</source>
        <translation>改 {count} 个像素就成了 {digit}。</translation>
    </message>
    <message>
        <source>How many pixels each digit is away:</source>
        <translation>变成各个数字要改多少个像素：</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>&amp;Contents and shortcuts</source>
        <translation>内容与快捷键(&amp;C)</translation>
    </message>
    <message>
        <source>Shortcuts, what each panel is for, where files are kept</source>
        <translation>快捷键、各面板的用途、文件的存放位置</translation>
    </message>
    <message>
        <source>What is where</source>
        <translation>各处的用途</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Where files are kept</source>
        <translation>文件的存放位置</translation>
    </message>
    <message>
        <source>The article&apos;s lessons</source>
        <translation>文章的各课</translation>
    </message>
    <message>
        <source>Drawings that you kept</source>
        <translation>您保留的手写样本</translation>
    </message>
    <message>
        <source>Runs, a folder each</source>
        <translation>训练记录，每次一个文件夹</translation>
    </message>
    <message>
        <source>What is open, for the next start</source>
        <translation>当前打开的内容，供下次启动时恢复</translation>
    </message>
    <message>
        <source>What can be made again</source>
        <translation>可以重新生成的内容</translation>
    </message>
    <message>
        <source>Defects, for whoever mends them</source>
        <translation>缺陷记录，供修复者查看</translation>
    </message>
    <message>
        <source>train the network, by a recipe</source>
        <translation>按方案训练网络</translation>
    </message>
    <message>
        <source>read pictures of digits</source>
        <translation>识别数字图片</translation>
    </message>
    <message>
        <source>measure weights on a data set or on drawings</source>
        <translation>在数据集或手写样本上评估权重</translation>
    </message>
    <message>
        <source>say why a digit is read as it is, and how few pixels would change that</source>
        <translation>说明一个数字为何如此识别，以及改动多少像素就会变</translation>
    </message>
    <message>
        <source>learn your handwriting from a few drawings</source>
        <translation>从少量样本学习你的笔迹</translation>
    </message>
    <message>
        <source>run a lesson of the article: what fails, and the fix</source>
        <translation>运行原文的一课：怎样出错，怎样改正</translation>
    </message>
    <message>
        <source>look at the data, or at a weights file</source>
        <translation>查看数据或权重文件</translation>
    </message>
    <message>
        <source>list the runs that were kept, or export one</source>
        <translation>列出保存的训练记录，或导出其中一条</translation>
    </message>
    <message>
        <source>run the real window off-screen: draw, read, train, take pictures</source>
        <translation>在屏幕外运行真正的窗口：书写、识别、训练、截图</translation>
    </message>
    <message>
        <source>Draw a digit and a network built by hand reads it. Without a command, opens the window.</source>
        <translation>写一个数字，由手工搭建的网络来识别。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>显示版本号并退出</translation>
    </message>
    <message>
        <source>your drawings, as JSON lines</source>
        <translation>你的手写样本，每行一个 JSON</translation>
    </message>
    <message>
        <source>where the new weights go</source>
        <translation>新权重存到哪里</translation>
    </message>
    <message>
        <source>instead of MNIST: a .npz, a .csv, a folder of IDX files, or pictures in folders 0-9</source>
        <translation>用来代替 MNIST：.npz、.csv、IDX 文件的文件夹，或按 0 到 9 分文件夹的图片</translation>
    </message>
    <message>
        <source>swap rows and columns of the images of --data</source>
        <translation>把 --data 的图像行列互换</translation>
    </message>
    <message>
        <source>swap ink and paper in the images of --data</source>
        <translation>把 --data 的图像反色</translation>
    </message>
    <message>
        <source>where the pictures go</source>
        <translation>截图存到哪里</translation>
    </message>
    <message>
        <source>drawings, as JSON lines</source>
        <translation>手写样本，每行一个 JSON</translation>
    </message>
    <message>
        <source>pictures in folders named by what they show</source>
        <translation>按所示内容分文件夹的图片</translation>
    </message>
    <message>
        <source>read the numbers of --ink, not its single digits</source>
        <translation>识别 --ink 中的多位数，而不是单个数字</translation>
    </message>
    <message>
        <source>draw the misread ones there, worst first</source>
        <translation>把读错的画成图存到那里，最差的在前</translation>
    </message>
    <message>
        <source>look at this weights file</source>
        <translation>查看这个权重文件</translation>
    </message>
    <message>
        <source>1 to {last}; all, if left out</source>
        <translation>1 到 {last}；省略则为全部</translation>
    </message>
    <message>
        <source>print one JSON object a line, and nothing else</source>
        <translation>每行输出一个 JSON 对象，此外不输出任何内容</translation>
    </message>
    <message>
        <source>{purpose}.</source>
        <translation>{purpose}。</translation>
    </message>
    <message>
        <source>a picture of a digit or a number</source>
        <translation>一个数字或多位数的图片</translation>
    </message>
    <message>
        <source>write a run&apos;s curves for other programs</source>
        <translation>把一条记录的曲线写给其他程序使用</translation>
    </message>
    <message>
        <source>a run&apos;s id, the beginning of one, or its name</source>
        <translation>训练记录的编号、编号的开头或名称</translation>
    </message>
    <message>
        <source>columns: {names}</source>
        <translation>各列：{names}</translation>
    </message>
    <message>
        <source>a folder for TensorBoard&apos;s event files</source>
        <translation>存放 TensorBoard 事件文件的文件夹</translation>
    </message>
    <message>
        <source>where the weights go; without it, a run is kept</source>
        <translation>权重存到哪里；省略则保存为训练记录</translation>
    </message>
    <message>
        <source>go on with a stopped run: its weights file, id or name</source>
        <translation>继续已停止的训练：给出权重文件、编号或名称</translation>
    </message>
    <message>
        <source>leave out what only --resume needs; a third of the size</source>
        <translation>略去只有 --resume 才需要的内容；大小只有三分之一</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>what the recipe says without them</source>
        <translation>省略时以方案为准</translation>
    </message>
    <message>
        <source>from 0, or &apos;he&apos;</source>
        <translation>不小于 0，或 &apos;he&apos;</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>以下之一：{names}</translation>
    </message>
    <message>
        <source>a weights file; the shipped ones without it</source>
        <translation>权重文件；省略则用自带的权重</translation>
    </message>
    <message>
        <source>how the weights&apos; pixels are scaled, whatever their file says: -0.5 to 0.5, 0 to 1, or 0 to 255</source>
        <translation>权重所用像素的缩放方式，不论文件怎么说：-0.5 到 0.5、0 到 1 或 0 到 255</translation>
    </message>
    <message>
        <source>write all figures and images to one file</source>
        <translation>把所有指标和图像写入一个文件</translation>
    </message>
    <message>
        <source>write all figures and each image&apos;s answer</source>
        <translation>写出所有指标和每张图像的识别结果</translation>
    </message>
    <message>
        <source>compare with a second weights file</source>
        <translation>与另一个权重文件对比</translation>
    </message>
    <message>
        <source>of one digit</source>
        <translation>一张单个数字的图片</translation>
    </message>
    <message>
        <source>a file of drawings, with --id</source>
        <translation>手写样本文件，与 --id 一起使用</translation>
    </message>
    <message>
        <source>which drawing of --ink</source>
        <translation>--ink 中的哪个手写样本</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>A lesson&apos;s title opens it in the window</source>
        <translation>点击某课的标题，会在窗口中打开它</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Inside the network</source>
        <translation>网络内部</translation>
    </message>
    <message>
        <source>Through the network</source>
        <translation>穿过网络</translation>
    </message>
    <message>
        <source>Each cell is a unit, the brighter the more it answers; lines are the strongest paths to the answer.</source>
        <translation>每个小格是一个单元，激活值越大越亮；连线是通向答案的最强路径。</translation>
    </message>
    <message>
        <source>What it looks for: ink on red excites it, ink on blue holds it back.</source>
        <translation>它在找什么：红色处有墨使它兴奋，蓝色处有墨使它抑制。</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>单个单元</translation>
    </message>
    <message>
        <source>Which pixels raise the digit&apos;s logit, and what it would rather see.</source>
        <translation>哪些像素使该数字的对数几率升高，它又更想看到什么。</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>为什么是这个答案</translation>
    </message>
    <message>
        <source>The training digits that are nearest to yours in the last hidden layer.</source>
        <translation>在最后一个隐藏层里，与你的手写最接近的训练数字。</translation>
    </message>
    <message>
        <source>Most alike</source>
        <translation>最相似的</translation>
    </message>
    <message>
        <source>So few pixels have to change before the network reads another digit.</source>
        <translation>只要改动这么少的像素，网络就会认成别的数字。</translation>
    </message>
    <message>
        <source>The smallest change</source>
        <translation>最小的改动</translation>
    </message>
    <message>
        <source>See how much the network bears; nothing of this touches the weights in use, and leaving this page mends it.</source>
        <translation>看看网络经得起多大的破坏；这不会改动正在使用的权重，离开本页即自动修复。</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>破坏它</translation>
    </message>
    <message>
        <source>Draw a digit to see it go through.</source>
        <translation>写一个数字，看它如何穿过网络。</translation>
    </message>
    <message>
        <source>&amp;Mend the network</source>
        <translation>修复网络(&amp;M)</translation>
    </message>
    <message>
        <source>Read with the whole network again</source>
        <translation>重新用完好的网络识别</translation>
    </message>
    <message>
        <source>What goes on in the network while it reads the drawing: every unit, what it looks for, why the answer is what it is, and the smallest change to another. Break the network and see what it still reads; nothing of that touches the weights in use.</source>
        <translation>网络识别手写时内部发生了什么：每个单元在找什么，为什么得出这个答案，怎样的最小改动会让它认成别的数字。还可以破坏网络，看它还能认出什么；这不会改动正在使用的权重。</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
</context>
<context>
    <name>LayersCurves</name>
    <message>
        <source>max |w|</source>
        <translation>最大 |w|</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
</context>
<context>
    <name>LearningPlots</name>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>probability, %</source>
        <translation>概率 (%)</translation>
    </message>
    <message>
        <source>This drawing&apos;s answer</source>
        <translation>这个字的答案</translation>
    </message>
    <message>
        <source>draw a digit to see it being learnt</source>
        <translation>写一个数字，看网络怎样学会它</translation>
    </message>
    <message>
        <source>the other digits</source>
        <translation>其他数字</translation>
    </message>
    <message>
        <source>step {step:,.0f} · {first}: {one} · {second}: {two}</source>
        <translation>第 {step:,.0f} 步 · {first}：{one} · {second}：{two}</translation>
    </message>
    <message>
        <source>step {step:,.0f} · from the first layer on: {values}</source>
        <translation>第 {step:,.0f} 步 · 从第一层起：{values}</translation>
    </message>
    <message>
        <source>Gradients, by layer</source>
        <translation>各层的梯度</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Weights, by layer</source>
        <translation>各层的权重</translation>
    </message>
    <message>
        <source>weight norm</source>
        <translation>权重范数</translation>
    </message>
    <message>
        <source>Dead units, by hidden layer</source>
        <translation>各隐藏层的失活单元</translation>
    </message>
    <message>
        <source>dead units, %</source>
        <translation>失活单元 (%)</translation>
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
        <translation>权重要沿负梯度方向移动一小步。照着数学公式，自然会这样写：</translation>
    </message>
    <message>
        <source>The first update works. It leaves plain tensors where the variables were, and a tape watches variables only: at the second update, every gradient is None, and the rate times None cannot be computed.</source>
        <translation>第一次更新成功了，但原来的变量变成了普通张量，而梯度带只自动跟踪变量：到第二次更新时，所有梯度都是 None，学习率乘以 None 无法计算。</translation>
    </message>
    <message>
        <source>The variable is to stay, and its value to change:</source>
        <translation>应当保留变量本身，只改变它的值：</translation>
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
        <translation>像素本来就是 0 到 255 的数。于是直接拿来用，权重的标准差取 1，损失用平方误差：</translation>
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
        <translation>十个输出，要与一行独热编码相比较。最容易想到的，是像比较普通的数那样取差的平方：</translation>
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
        <translation>请点击“运行”：代码会真正运行，该出什么错就出什么错。</translation>
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
        <source>Diverged: the first loss is {first_loss:.3g}, that of step {step} {loss}, the last {last}. Among the weights it begins in layer {layers}, at step {layers_step}.</source>
        <translation>已发散：第一步的损失为 {first_loss:.3g}，第 {step} 步为 {loss}，最后一步为 {last}。就权重而言，发散始于第 {layers} 层，在第 {layers_step} 步。</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Choose a lesson; below is its code</source>
        <translation>选择一课；下面是它的代码</translation>
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
    <message>
        <source>The article&apos;s lessons. Run the code as one would write it and see how it fails; then run the fix, and compare. Nothing of it stays among your runs.</source>
        <translation>文章的各课。先运行通常会写出的代码，看它怎样出错；再运行改正后的代码，加以比较。这些都不会留在您的训练记录里。</translation>
    </message>
</context>
<context>
    <name>Logits</name>
    <message>
        <source>Logits</source>
        <translation>对数几率</translation>
    </message>
    <message>
        <source>What the last layer answers, one number a digit: right of the line above zero, left below; the largest is the answer</source>
        <translation>最后一层的输出，每个数字一个值：竖线右边大于零，左边小于零；最大的就是答案</translation>
    </message>
    <message>
        <source>{digit}: {logit:.1f}</source>
        <translation>{digit}：{logit:.1f}</translation>
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
    <name>Manners</name>
    <message>
        <source>plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>slashed</source>
        <translation>加斜杠</translation>
    </message>
    <message>
        <source>barred</source>
        <translation>加横杠</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>加点</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>一竖</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>带钩</translation>
    </message>
    <message>
        <source>flagged and footed</source>
        <translation>带钩带底</translation>
    </message>
    <message>
        <source>footed</source>
        <translation>带底</translation>
    </message>
    <message>
        <source>open</source>
        <translation>开口</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>闭口</translation>
    </message>
    <message>
        <source>crossed</source>
        <translation>加横</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>直尾</translation>
    </message>
    <message>
        <source>curled</source>
        <translation>弯尾</translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>Matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>What was written, by row, and what it is read as, by column</source>
        <translation>行：写的数字；列：读作的数字</translation>
    </message>
    <message>
        <source>{label} read as {answer}: {count:,}</source>
        <translation>{label} 读作 {answer}：{count:,}</translation>
    </message>
    <message>
        <source>Rows: what was written; columns: what it is read as. Click a number to see its images; Enter goes to them.</source>
        <translation>行：写的数字；列：读作的数字。点击数字查看对应的图像；按Enter 键转到图像。</translation>
    </message>
    <message>
        <source>Rows: what was written. Columns: what it is read as.</source>
        <translation>行：写的数字。列：读作的数字。</translation>
    </message>
    <message>
        <source>Why there is no matrix</source>
        <translation>为什么没有混淆矩阵</translation>
    </message>
    <message>
        <source>Which images are shown</source>
        <translation>显示的是哪些图像</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒识</translation>
    </message>
    <message>
        <source>Show all that are called no digit</source>
        <translation>显示所有判为不是数字的图像</translation>
    </message>
    <message>
        <source>Images, worst first</source>
        <translation>图像，错得最厉害的在前</translation>
    </message>
    <message>
        <source>Refused as no digit: {count:,}</source>
        <translation>判为不是数字：{count:,}</translation>
    </message>
    <message>
        <source>Misread, worst first: {count:,}</source>
        <translation>读错，错得最厉害的在前：{count:,}</translation>
    </message>
    <message>
        <source>All, the least sure first: {count:,}</source>
        <translation>全部，最没把握的在前：{count:,}</translation>
    </message>
    <message>
        <source>Misread</source>
        <translation>读错</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all that are misread</source>
        <translation>显示所有读错的图像</translation>
    </message>
    <message>
        <source>Show all images</source>
        <translation>显示全部图像</translation>
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
    <message>
        <source>Bring back the drawings that were deleted last</source>
        <translation>恢复最近删除的手写样本</translation>
    </message>
    <message>
        <source>The drawings that you kept, how the weights in use read them, and what is taken for what. On a drawing, Enter or a double click opens it on the pad, a digit&apos;s key calls it by that digit, and Delete deletes it until you bring it back.</source>
        <translation>您保留的手写样本、正在使用的权重怎样读它们，以及哪些数字被读成了别的数字。选中一个样本后，按 Enter 键或双击会在画板上打开它，按数字键会把它改为该数字，按 Delete 键会删除它（可以恢复）。</translation>
    </message>
</context>
<context>
    <name>NearestView</name>
    <message>
        <source>Nearest training digits</source>
        <translation>最近的训练数字</translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>The strongest paths</source>
        <translation>最强的路径</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The input, 28 by 28 pixels</source>
        <translation>输入，28×28 像素</translation>
    </message>
    <message>
        <source>What the network gets: 28 by 28 pixels</source>
        <translation>网络得到的输入：28×28 像素</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>对数几率</translation>
    </message>
    <message>
        <source>{count:,} units</source>
        <translation>{count:,} 个单元</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个单元</translation>
    </message>
    <message>
        <source>Of {total:,} hidden units, the {shown:,} that answer most are shown.</source>
        <translation>共有 {total:,} 个隐藏单元，这里显示激活值最大的 {shown:,} 个。</translation>
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
    <name>Pace</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast a run goes; slow ones show every update</source>
        <translation>训练进行得多快；慢速时会显示每一次更新</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>10 steps a second</source>
        <translation>每秒 10 步</translation>
    </message>
    <message>
        <source>1 step a second</source>
        <translation>每秒 1 步</translation>
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
        <translation>请写一位或多位数字</translation>
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
        <source>Read the digits in a photograph or a scan</source>
        <translation>识别照片或扫描件中的数字</translation>
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
        <source>Read the digits in a picture that was copied elsewhere</source>
        <translation>识别从别处复制来的图片中的数字</translation>
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
        <source>Read all of a picture again, not a part alone</source>
        <translation>重新识别整张图片，而不只是其中一部分</translation>
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
    <message>
        <source>Draw a digit or a number with mouse, pen or finger, or open, paste or drop a picture; dragging over a picture with Area chosen has that part read alone. Under the pad: eraser, pen width, undo, and what becomes of the drawing until it is the 28×28 picture that the network gets. Each stage on that way can be switched off, to see what it is for.</source>
        <translation>用鼠标、触控笔或手指写一个数字或多位数，也可以打开、粘贴或拖入图片；选中“区域”后在图片上拖动，就只识别那一部分。画板下方是橡皮擦、笔宽、撤销，以及所写的字怎样一步步变成网络得到的 28×28 图像。其中每个步骤都可以关掉，看看它有什么用。</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>画板</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Open this page</source>
        <translation>打开这一页</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>{path}: expected a file that can be written.</source>
        <translation>{path}：应为可以写入的文件。</translation>
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
        <source>What made the built-in weights: by Muon, with more drawings, and 540 epochs. Expect 99.4 % after seven minutes or more.</source>
        <translation>内置权重就是由此得到的：用 Muon、更多的手写样本和 540 轮训练。预计七分钟或更久之后达到 99.4%。</translation>
    </message>
    <message>
        <source>The article&apos;s network as it ends up: cross-entropy, plain gradient descent at 0.001 (its lesson 6). Slow: 49 % after two epochs, 95 % after all 500, in some minutes.</source>
        <translation>文章最终的网络：交叉熵，学习率为 0.001 的普通梯度下降（第 6 课）。较慢：两轮后 49%，全部 500 轮后 95%，需要若干分钟。</translation>
    </message>
    <message>
        <source>The article&apos;s network with squared error, before its lesson 6. Expect 56 % after 20 epochs, in seconds, where cross-entropy has 86 %, and 88 % after 500, in minutes.</source>
        <translation>文章第 6 课之前、使用平方误差的网络。预计 20 轮（几秒钟）后 56%，而交叉熵是 86%；500 轮（几分钟）后 88%。</translation>
    </message>
    <message>
        <source>One of the article&apos;s closing hopes (its lesson 7 here): a third hidden layer. Expect 83 % after 20 epochs, in seconds: a little behind two layers, with more to move.</source>
        <translation>文章结尾的设想之一（这里的第 7 课）：第三个隐藏层。预计 20 轮（几秒钟）后 83%：要调整的参数更多，略落后于两层。</translation>
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
        <source>Settings of your own.</source>
        <translation>您自己的设置。</translation>
    </message>
    <message>
        <source>The weights in use learn your drawings, beside images that are to be answered as before. First on halves of them, each to read the other half; then on all.</source>
        <translation>让当前权重学习您的手写样本，同时用其他图像保证原来的答案不变。先各用一半学习，去读另一半；然后用全部样本学习。</translation>
    </message>
</context>
<context>
    <name>RecipeTitle</name>
    <message>
        <source>{name}: {title}</source>
        <translation>{name}：{title}</translation>
    </message>
    <message>
        <source>good in seconds</source>
        <translation>几秒钟就有好结果</translation>
    </message>
    <message>
        <source>reads real handwriting</source>
        <translation>能读真实笔迹</translation>
    </message>
    <message>
        <source>what made the built-in weights</source>
        <translation>内置权重的由来</translation>
    </message>
    <message>
        <source>the article, cross-entropy</source>
        <translation>原文，交叉熵</translation>
    </message>
    <message>
        <source>the article, squared error</source>
        <translation>原文，平方误差</translation>
    </message>
    <message>
        <source>lesson 4, raw pixels</source>
        <translation>第 4 课，原始像素</translation>
    </message>
    <message>
        <source>lesson 5, weights too large</source>
        <translation>第 5 课，初始权重过大</translation>
    </message>
    <message>
        <source>lesson 7, one layer more</source>
        <translation>第 7 课，多一层</translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>probability of the answer, %</source>
        <translation>答案的概率，%</translation>
    </message>
    <message>
        <source>right, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>read right</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>as probable as said</source>
        <translation>与概率一致</translation>
    </message>
    <message>
        <source>{low:.0f} to {high:.0f} %: {right} of {count:,} right</source>
        <translation>{low:.0f}–{high:.0f} %：{count:,} 个中 {right} 正确</translation>
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
        <source>Show all drawings, not those of one cell alone</source>
        <translation>显示全部手写样本，而不只是一个格子里的</translation>
    </message>
    <message>
        <source>Enter opens a drawing on the pad; a digit renames it</source>
        <translation>按 Enter 键在画板上打开样本；按数字键改名</translation>
    </message>
    <message>
        <source>Click a number to see the drawings that it counts</source>
        <translation>点击一个数，查看它所统计的手写样本</translation>
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
    <message>
        <source>recall</source>
        <translation>召回率</translation>
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
        <source>Write this run&apos;s weights or curves to a file</source>
        <translation>把这次训练的权重或曲线写入文件</translation>
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
        <source>&amp;Undelete runs</source>
        <translation>恢复删除的训练记录(&amp;U)</translation>
    </message>
    <message>
        <source>Bring back the runs that were deleted last</source>
        <translation>恢复最近删除的训练记录</translation>
    </message>
    <message>
        <source>Every run is kept, with its curves and weights. Select several to compare them; read the pad with one, go on with it, call it by a name (F2), write a note to it, export it.</source>
        <translation>每次训练都连同曲线和权重一起保存。选中多条可以比较；可以用其中一条来识别画板、继续训练、给它起名 (F2)、写备注或导出。</translation>
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
        <source>Enter reads the pad with a run&apos;s weights; F2 gives it a name</source>
        <translation>按 Enter 键用这次训练的权重识别画板；按 F2 键给它起名</translation>
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
    <name>Scatter</name>
    <message>
        <source>Map of the images</source>
        <translation>图像分布图</translation>
    </message>
    <message>
        <source>A click, or Enter, puts an image on the pad; arrows go on</source>
        <translation>单击或按Enter 键，把图像放到画板上；方向键移到相邻的点</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Back to a step of the run</source>
        <translation>回到训练中的某一步</translation>
    </message>
    <message>
        <source>Go back in the run: the pad is read with the weights of that step</source>
        <translation>回到训练途中：画板改用那一步的权重识别</translation>
    </message>
    <message>
        <source>the weights in use</source>
        <translation>正在使用的权重</translation>
    </message>
    <message>
        <source>step {step:,} · epoch {epoch}</source>
        <translation>第 {step:,} 步 · 第 {epoch} 轮</translation>
    </message>
    <message>
        <source>step {step:,} · after epoch {epoch} · {accuracy}</source>
        <translation>第 {step:,} 步 · 第 {epoch} 轮之后 · {accuracy}</translation>
    </message>
    <message>
        <source>Use these &amp;weights</source>
        <translation>使用这些权重(&amp;W)</translation>
    </message>
    <message>
        <source>Read the pad with the weights of this step from now on</source>
        <translation>从现在起用这一步的权重识别画板</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>A click, or Enter, puts an image on the pad</source>
        <translation>单击或按Enter 键，把图像放到画板上</translation>
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
    <name>SettingNames</name>
    <message>
        <source>config</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>hidden sizes</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>weight deviation</source>
        <translation>权重标准差</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>像素缩放</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>distortion</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>pen styles</source>
        <translation>笔体样本数</translation>
    </message>
    <message>
        <source>counter examples</source>
        <translation>反例数</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出数</translation>
    </message>
    <message>
        <source>train images</source>
        <translation>训练图像数</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
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
        <source>Activation</source>
        <translation>激活函数</translation>
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
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
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
        <source>true</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>打乱</translation>
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
        <source>What hidden units make of their sums: expect ReLU to learn fastest, and sigmoid slowest, the more so the more layers there are.</source>
        <translation>隐藏单元怎样处理它的加权和：预计 ReLU 学得最快，sigmoid 最慢，层数越多越明显。</translation>
    </message>
    <message>
        <source>How far the first weights stray: 0.1 learns, 1 starts with a huge loss, He fits each layer&apos;s inputs, and with 0 all units stay alike and nothing is learnt.</source>
        <translation>初始权重的分散程度：0.1 能够学习；1 的初始损失极大；He 按每层的输入数确定；0 则所有单元始终相同，什么也学不到。</translation>
    </message>
    <message>
        <source>So many training images are learnt from, 0 for all: expect a hundred to be known by heart, and the test accuracy to stay far below.</source>
        <translation>学习多少张训练图像，0 表示全部：预计一百张会被死记硬背，而测试准确率远低于训练准确率。</translation>
    </message>
    <message>
        <source>Shuffled labels mean nothing: expect them to be learnt by heart at best, and the test accuracy to stay at chance, 10 %.</source>
        <translation>打乱的标签没有意义：预计最多被死记硬背，测试准确率停留在随机水平，10%。</translation>
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
    <name>Stages</name>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>The digit alone is enlarged into the box of 20×20. Without: it stays as small, and where, it was drawn.</source>
        <translation>只把数字本身放大到 20×20 的方框里。关掉之后：数字保持写下时的大小和位置。</translation>
    </message>
    <message>
        <source>Your drawings: {right} of {count} right, {switched} without the crop</source>
        <translation>您的手写样本：{count} 个中读对 {right} 个，不裁剪时 {switched} 个</translation>
    </message>
    <message>
        <source>aspect</source>
        <translation>长宽比</translation>
    </message>
    <message>
        <source>The digit keeps its proportions. Without: it is stretched to a square, and a 1 becomes a block.</source>
        <translation>数字保持原来的长宽比。关掉之后：数字被拉伸成正方形，1 变成一个方块。</translation>
    </message>
    <message>
        <source>Your drawings: {right} of {count} right, {switched} without aspect</source>
        <translation>您的手写样本：{count} 个中读对 {right} 个，不保持长宽比时 {switched} 个</translation>
    </message>
    <message>
        <source>pen</source>
        <translation>笔宽</translation>
    </message>
    <message>
        <source>The digit is drawn with a pen as wide as MNIST&apos;s. Without: with the pad&apos;s own, thin in a large digit and fat in a small one.</source>
        <translation>用与 MNIST 一样粗的笔画出数字。关掉之后：用画板自己的笔宽，大字显得细，小字显得粗。</translation>
    </message>
    <message>
        <source>Your drawings: {right} of {count} right, {switched} without MNIST&apos;s pen</source>
        <translation>您的手写样本：{count} 个中读对 {right} 个，不用 MNIST 的笔宽时 {switched} 个</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>The digit&apos;s centre of mass comes into the middle, as MNIST&apos;s do. Without: its box does, and a 7 lies higher than those that were learnt.</source>
        <translation>像 MNIST 那样，让数字的质心居中。关掉之后：居中的是它的方框，7 就比学过的更靠上。</translation>
    </message>
    <message>
        <source>Your drawings: {right} of {count} right, {switched} without centring</source>
        <translation>您的手写样本：{count} 个中读对 {right} 个，质心不居中时 {switched} 个</translation>
    </message>
    <message>
        <source>/255 − 0.5</source>
        <translation>/255 − 0.5</translation>
    </message>
    <message>
        <source>Pixels go in as the network learnt them, mostly from −0.5 to 0.5. Without: from 0 to 255, and its sums grow hundreds of times too large.</source>
        <translation>像素按网络学习时的方式缩放，通常为 −0.5 到 0.5。关掉之后：像素从 0 到 255，网络的加权和会大几百倍。</translation>
    </message>
    <message>
        <source>Your drawings: {right} of {count} right, {switched} without scaling</source>
        <translation>您的手写样本：{count} 个中读对 {right} 个，不缩放像素时 {switched} 个</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>全部打开</translation>
    </message>
    <message>
        <source>Read with every stage again, as networks learn and are judged</source>
        <translation>重新用全部步骤识别，与网络学习和评估时一样</translation>
    </message>
    <message>
        <source>A stage is off: the network does not see what it learnt.</source>
        <translation>有步骤已关掉：网络看到的与它学过的不同。</translation>
    </message>
    <message>
        <source>Your drawings: {right} of {count} right, {switched} like this</source>
        <translation>您的手写样本：{count} 个中读对 {right} 个，现在这样 {switched} 个</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许这样操作</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数太多</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Not a file name</source>
        <translation>不能作为文件名</translation>
    </message>
    <message>
        <source>there is another of that name</source>
        <translation>已有同名的一个</translation>
    </message>
    <message>
        <source>Not a regular file</source>
        <translation>不是普通文件</translation>
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
        <source>Epoch {epoch:,} of {epochs:,}, step by step</source>
        <translation>第 {epoch:,} 轮，共 {epochs:,} 轮，逐步进行</translation>
    </message>
    <message>
        <source>Update {step:,} of {steps:,} · loss {loss:.3f}</source>
        <translation>第 {step:,} 次更新，共 {steps:,} 次 · 损失 {loss:.3f}</translation>
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
        <source>Train, or stop and keep what was learnt</source>
        <translation>训练，或停止并保留已学到的</translation>
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
        <source>Train on where the run of the weights in use ended</source>
        <translation>从正在使用的权重上次训练结束处继续训练</translation>
    </message>
    <message>
        <source>Start again with a &amp;smaller rate</source>
        <translation>用更小的学习率重新开始(&amp;S)</translation>
    </message>
    <message>
        <source>Go on from the last good weights, &amp;slower</source>
        <translation>退回最近的良好权重，放慢学习(&amp;S)</translation>
    </message>
    <message>
        <source>Back to the last good weights, or to the start where there are none, and on from there with a tenth of the learning rate</source>
        <translation>退回最近的良好权重（没有则回到起点），从那里以十分之一的学习率继续</translation>
    </message>
    <message>
        <source>Open the lesson that tells why this run diverged</source>
        <translation>打开说明这次训练为何发散的一课</translation>
    </message>
    <message>
        <source>Open the article&apos;s lesson that this recipe is of</source>
        <translation>打开这个方案所属的文章课程</translation>
    </message>
    <message>
        <source>One ste&amp;p</source>
        <translation>走一步(&amp;P)</translation>
    </message>
    <message>
        <source>Make one update, show what it changed, and wait; then Resume</source>
        <translation>更新一次，显示它改变了什么，然后等待；之后可以恢复</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>走一轮(&amp;E)</translation>
    </message>
    <message>
        <source>Go through all training images once, and wait</source>
        <translation>把所有训练图像过一遍，然后等待</translation>
    </message>
    <message>
        <source>Back to the recipe&apos;s &amp;own settings</source>
        <translation>恢复方案的原有设置(&amp;O)</translation>
    </message>
    <message>
        <source>Take back what was changed of the recipe&apos;s settings</source>
        <translation>撤回对方案设置的修改</translation>
    </message>
    <message>
        <source>&amp;Load TensorFlow when the pointer comes near</source>
        <translation>鼠标靠近时加载 TensorFlow(&amp;L)</translation>
    </message>
    <message>
        <source>Training then begins at once; it takes 600 MB</source>
        <translation>这样训练会立即开始；需要占用 600 MB 内存</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>A recipe is a set of settings, each good for something</source>
        <translation>方案是一组设置，各有用途</translation>
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
        <source>How much of the run is done</source>
        <translation>训练完成了多少</translation>
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
    <message>
        <source>Choose a recipe, change its settings if you like, and press Train: the network learns while its loss and accuracy are drawn, and the pad is read anew with what it has learnt. Stop keeps that. After a run that diverged, buttons offer what helps. “While it learns” shows more of the run; after it, a slider goes back to any of its steps.</source>
        <translation>选择一个方案，需要时修改设置，然后点击“训练”：网络一边学习，一边画出损失和准确率，画板也随时用已学到的权重重新识别。“停止”会保留这些权重。训练发散之后，会有按钮提供补救办法。“边学边看”展示训练的更多细节；训练结束后，可以用滑块回到其中任何一步。</translation>
    </message>
    <message>
        <source>See the lessons</source>
        <translation>查看各课</translation>
    </message>
    <message>
        <source>See lesson {number}</source>
        <translation>查看第 {number} 课</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Hidden layer {layer}: {size:,} units</source>
        <translation>隐藏层 {layer}：{size:,} 个单元</translation>
    </message>
    <message>
        <source>Hidden layer {layer}: 1 unit</source>
        <translation>隐藏层 {layer}：1 个单元</translation>
    </message>
    <message>
        <source>Point at a unit, or go to it with the arrow keys, to see what it looks for; a click or Space keeps it</source>
        <translation>指向一个单元，或用方向键移到它，就能看到它在找什么；单击或按空格键把它固定</translation>
    </message>
    <message>
        <source>Unit {unit}, at rest</source>
        <translation>单元 {unit}，静止</translation>
    </message>
    <message>
        <source>Unit {unit} answers {value:.2f}</source>
        <translation>单元 {unit} 的激活值为 {value:.2f}</translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>What the unit looks for</source>
        <translation>单元在找什么</translation>
    </message>
    <message>
        <source>How the unit weighs each pixel, in a later layer through those before: ink on red excites it, ink on blue holds it back</source>
        <translation>单元给每个像素的权重，靠后的层则经由前面各层算得：红色处有墨使它兴奋，蓝色处有墨使它抑制</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>What the unit answers</source>
        <translation>单元的激活值</translation>
    </message>
    <message>
        <source>How often the unit is dead</source>
        <translation>单元有多常死亡</translation>
    </message>
    <message>
        <source>Training digits that excite it most</source>
        <translation>最能使它兴奋的训练数字</translation>
    </message>
    <message>
        <source>Point at a cell above, or pin one with a click.</source>
        <translation>指向上面的一个小格，或单击把它固定。</translation>
    </message>
    <message>
        <source>Hidden layer {layer}, unit {unit} of {count:,}</source>
        <translation>隐藏层 {layer}，第 {unit} 个单元（共 {count:,} 个）</translation>
    </message>
    <message>
        <source>Hidden layer {layer}, unit {unit} of {count:,} (pinned)</source>
        <translation>隐藏层 {layer}，第 {unit} 个单元（共 {count:,} 个，已固定）</translation>
    </message>
    <message>
        <source>At rest: nothing is drawn.</source>
        <translation>静止：还没有写字。</translation>
    </message>
    <message>
        <source>It answers {value:.2f} now.</source>
        <translation>现在的激活值为 {value:.2f}。</translation>
    </message>
    <message>
        <source>Going through the training digits …</source>
        <translation>正在查看训练数字 …</translation>
    </message>
    <message>
        <source>What excites it most:</source>
        <translation>最能使它兴奋的数字：</translation>
    </message>
    <message>
        <source>It never dies: only a ReLU can.</source>
        <translation>它不会死亡：只有 ReLU 单元才会。</translation>
    </message>
    <message>
        <source>It is dead, answering 0, for {share} of the training digits.</source>
        <translation>对 {share} 的训练数字它是死的，激活值为 0。</translation>
    </message>
</context>
<context>
    <name>WeightChanges</name>
    <message>
        <source>What the update changed</source>
        <translation>这次更新改变了什么</translation>
    </message>
    <message>
        <source>The weights from the pixels to the first units, after update {step:,}; below, what it changed in them, by {largest:.2g} at most. Red: more; blue: less.</source>
        <translation>第 {step:,} 次更新之后，从像素到前几个单元的权重；下面是它所作的改变，最大为 {largest:.2g}。红色：增大；蓝色：减小。</translation>
    </message>
</context>
<context>
    <name>WeightsFoot</name>
    <message>
        <source>Weights in use</source>
        <translation>正在使用的权重</translation>
    </message>
    <message>
        <source>Choose the weights that the pad is read with</source>
        <translation>选择识别画板所用的权重</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights: broken, for now</source>
        <translation>权重：暂时被破坏</translation>
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
        <source>Weights: step {step:,} of the run, for now</source>
        <translation>权重：暂用这次训练的第 {step:,} 步</translation>
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
        <source>{run}, step {step:,}</source>
        <translation>{run}，第 {step:,} 步</translation>
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
        <source>Read with the weights in a file</source>
        <translation>用文件中的权重识别</translation>
    </message>
    <message>
        <source>&amp;Save weights …</source>
        <translation>保存权重(&amp;S) …</translation>
    </message>
    <message>
        <source>Write the weights in use to a file</source>
        <translation>把正在使用的权重写入文件</translation>
    </message>
    <message>
        <source>The b&amp;uilt-in weights</source>
        <translation>内置权重(&amp;U)</translation>
    </message>
    <message>
        <source>Read with the weights that came with the program</source>
        <translation>用程序自带的权重识别</translation>
    </message>
    <message>
        <source>Read with the weights from before; again, with these</source>
        <translation>用之前的权重识别；再按一次换回来</translation>
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
    <message>
        <source>How the weights of a file were given their pixels</source>
        <translation>文件中的权重训练时像素是怎样缩放的</translation>
    </message>
    <message>
        <source>The weights that the pad is read with. The menu has the built-in ones, those of your runs and of files; beside it, one goes back to those from before.</source>
        <translation>识别画板所用的权重。菜单里有内置的权重、您的训练记录的权重和文件中的权重；旁边的按钮可以换回之前的权重。</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>What if</source>
        <translation>如果</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>如果 …</translation>
    </message>
    <message>
        <source>Settings that show what goes wrong, and why</source>
        <translation>展示哪里会出错、为什么出错的设置</translation>
    </message>
    <message>
        <source>All weights start at zero: every unit of a layer is the same as its neighbours, and nothing ever breaks the symmetry. Look at the loss, which stays at 2.30, as of mere guessing: 11.35 % right, the share of the ones.</source>
        <translation>所有权重从零开始：同一层的单元完全相同，没有什么能打破这种对称。请看损失，它停在 2.30，与随意猜测一样：读对 11.35%，即数字 1 所占的比例。</translation>
    </message>
    <message>
        <source>A learning rate a hundred times too large: each update jumps far past the goal. Look at the loss, which leaps from 2.5 to over 100 and ends at 2.30: 11.35 % right instead of 98 %.</source>
        <translation>学习率大了一百倍：每次更新都远远越过目标。请看损失，它从 2.5 跳到 100 以上，最后停在 2.30：读对 11.35%，而不是 98%。</translation>
    </message>
    <message>
        <source>Sigmoid, four layers deep: each layer passes on a quarter of the gradient at most, so that it vanishes on its way to the first. Look at the accuracy: about 11 % after two epochs, 63 % after ten. Then choose ReLU: 91 % after one, 97 % after ten.</source>
        <translation>四层的 sigmoid：每层最多传回四分之一的梯度，传到第一层时梯度已经消失。请看准确率：两轮后约 11%，十轮后 63%。然后改选 ReLU：一轮后 91%，十轮后 97%。</translation>
    </message>
    <message>
        <source>Labels dealt out by chance to 2,000 images: there is nothing to understand, and the network learns them by heart. Look at the two accuracies: training climbs to 98 %, the test stays at chance, 10 %.</source>
        <translation>给 2,000 张图像随机分配标签：没有规律可学，网络只能死记硬背。请看两个准确率：训练升到 98%，测试停在随机水平 10%。</translation>
    </message>
    <message>
        <source>A hundred training images, fifty times over: overfitting. Look at the gap between the two accuracies: training reaches 100 %, the test stops at 68 %.</source>
        <translation>一百张训练图像，学五十遍：过拟合。请看两个准确率的差距：训练达到 100%，测试停在 68%。</translation>
    </message>
    <message>
        <source>One image an update, 60,000 updates an epoch: look how the loss jitters, and still 93 % are right after one epoch, where batches of 256 have 49 % after two. It takes a minute.</source>
        <translation>每次更新一张图像，一轮更新 60,000 次：看损失怎样抖动，但一轮之后仍读对 93%，而每批 256 张时两轮后只有 49%。需要一分钟。</translation>
    </message>
    <message>
        <source>All 60,000 images in one update: look how smoothly the loss falls, and how slowly, from 2.76 to 2.60 in ten epochs, which are ten updates: 11.55 % right.</source>
        <translation>用全部 60,000 张图像作一次更新：看损失下降得多么平滑，又多么缓慢，十轮（即十次更新）从 2.76 降到 2.60：读对 11.55%。</translation>
    </message>
    <message>
        <source>… all weights start at zero?</source>
        <translation>… 所有权重从零开始？</translation>
    </message>
    <message>
        <source>… the learning rate is a hundred times too large?</source>
        <translation>… 学习率大了一百倍？</translation>
    </message>
    <message>
        <source>… sigmoid is four layers deep?</source>
        <translation>… sigmoid 有四层深？</translation>
    </message>
    <message>
        <source>… the labels are shuffled?</source>
        <translation>… 标签被打乱？</translation>
    </message>
    <message>
        <source>… there are but 100 training images?</source>
        <translation>… 只有 100 张训练图像？</translation>
    </message>
    <message>
        <source>… a batch is one image?</source>
        <translation>… 一批只有一张图像？</translation>
    </message>
    <message>
        <source>… a batch is all 60,000 images?</source>
        <translation>… 一批是全部 60,000 张图像？</translation>
    </message>
    <message>
        <source>Set what shows it; the page says what to look at</source>
        <translation>设置成能展示它的样子；页面会说明该看什么</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>如果(&amp;W)</translation>
    </message>
</context>
<context>
    <name>WhileLearning</name>
    <message>
        <source>Watch this drawing&apos;s answer, the first layer&apos;s weights, and each layer&apos;s figures form</source>
        <translation>看这个字的答案、第一层的权重和各层的数据怎样形成</translation>
    </message>
    <message>
        <source>While it learns</source>
        <translation>边学边看</translation>
    </message>
    <message>
        <source>First layer, unit by unit</source>
        <translation>第一层，逐个单元</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Whose logit is asked for</source>
        <translation>查看哪个数字的对数几率</translation>
    </message>
    <message>
        <source>Ask why it is the answer, or what speaks for another digit and against it</source>
        <translation>看看为什么它是答案，或者什么支持、什么反对另一个数字</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>What it would rather see</source>
        <translation>它更想看到什么</translation>
    </message>
    <message>
        <source>What it would like best</source>
        <translation>它最想看到什么</translation>
    </message>
    <message>
        <source>The gradient of the logit by each pixel: more ink on red raises it, on blue lowers it</source>
        <translation>对数几率对每个像素的梯度：红色处多些墨使它升高，蓝色处多些墨使它降低</translation>
    </message>
    <message>
        <source>The drawing, changed step by step along the gradient so that the logit grows</source>
        <translation>把手写的数字沿梯度一步步改动，使对数几率升高</translation>
    </message>
    <message>
        <source>The same, begun from plain grey instead of the drawing</source>
        <translation>同样的做法，但不从手写出发，而从一片灰色出发</translation>
    </message>
    <message>
        <source>for {digit} (red) and against (blue)</source>
        <translation>支持 {digit}（红）与反对（蓝）</translation>
    </message>
    <message>
        <source>more like {digit}</source>
        <translation>更像 {digit}</translation>
    </message>
    <message>
        <source>{digit} as it likes it best</source>
        <translation>它最喜欢的 {digit}</translation>
    </message>
    <message>
        <source>Ask about</source>
        <translation>查看</translation>
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
        <source>Everything as at the first start; what was kept stays</source>
        <translation>一切回到首次启动时的样子；已保存的内容不变</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window; a run that goes on is kept</source>
        <translation>关闭窗口；正在进行的训练会保存</translation>
    </message>
    <message>
        <source>&amp;About mnist-pad</source>
        <translation>关于 mnist-pad(&amp;A)</translation>
    </message>
    <message>
        <source>Version and sources</source>
        <translation>版本与出处</translation>
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
        <source>Light or dark as the system is</source>
        <translation>浅色或深色随系统而定</translation>
    </message>
    <message>
        <source>Dark on light, whatever the system is</source>
        <translation>浅底深字，不随系统而变</translation>
    </message>
    <message>
        <source>Light on dark, whatever the system is</source>
        <translation>深底浅字，不随系统而变</translation>
    </message>
    <message>
        <source>S&amp;ystem&apos;s language</source>
        <translation>系统语言(&amp;Y)</translation>
    </message>
    <message>
        <source>Show everything in this language, at once</source>
        <translation>立即用这种语言显示一切</translation>
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
    <name>_Mark</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Close these marks for good (Esc)</source>
        <translation>关闭这些提示，不再显示 (Esc)</translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>位置参数</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示这份帮助并退出</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>缺少必需的参数：%s</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>以下参数必须给出一个：%s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>不能与参数 %s 同时使用</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>无法识别的参数：%s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>应有一个值</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>至少应有一个值</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>不接受所给的值 %r</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>%(value)r 不是有效的 %(type)s 值</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>无效的选择：%(value)r（可选 %(choices)s）</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>选项 %(option)s 有歧义，可能是 %(matches)s</translation>
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
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>TensorFlow cannot be imported: {error}</source>
        <translation>无法载入 TensorFlow：{error}</translation>
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
