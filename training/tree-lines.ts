import type {TreeNode} from './boosted-trees.ts'

/** Trees as text, a line a tree: questions `feature<number` and leaves, each question before what it decides between. */
export function treeLines(trees: readonly TreeNode[]): string {
  return trees.map(lineOf).join('\n')
}

function lineOf(tree: TreeNode): string {
  return 'feature' in tree ? `${tree.feature}<${tree.below} ${lineOf(tree.yes)} ${lineOf(tree.no)}` : String(tree.value)
}
