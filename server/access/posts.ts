import type { Body, Role } from '../../domain/shared/actor.ts'

export type AccountRole = Exclude<Role, 'law'>

type Post = {
  readonly name: string
  readonly body: Exclude<Body, 'law'>
  /** First page after signing in. */
  readonly home: string
  /** The one organisation that has this post; `department`: the person's own; null: none. */
  readonly place: string | null
}

/** The posts of the centre (岗位). One account holds one. */
export const POSTS: Readonly<Record<AccountRole, Post>> = {
  applicant: { name: '申请人', body: 'public', home: '/my', place: null },
  'window-clerk': {
    name: '窗口受理人员',
    body: 'approval-service-centre',
    home: '/window',
    place: 'approval-service-centre',
  },
  'accompanying-agent': {
    name: '代办员',
    body: 'government-service-centre',
    home: '/search',
    place: 'government-service-centre',
  },
  reviewer: { name: '审核人', body: 'department', home: '/desk', place: 'department' },
  decider: { name: '首席代表（决定人）', body: 'department', home: '/desk', place: 'department' },
  'department-head': { name: '部门负责人', body: 'department', home: '/desk', place: 'department' },
  'government-head': {
    name: '州政府负责人',
    body: 'prefecture-government',
    home: '/desk',
    place: 'prefecture-government',
  },
  'seal-keeper': {
    name: '用印人',
    body: 'approval-bureau',
    home: '/seal',
    place: 'approval-bureau',
  },
  supervisor: {
    name: '督查人员',
    body: 'government-service-centre',
    home: '/supervision',
    place: 'government-service-centre',
  },
  'system-admin': { name: '系统管理员', body: 'administration', home: '/admin', place: null },
  'security-admin': { name: '安全管理员', body: 'administration', home: '/admin', place: null },
  'audit-admin': { name: '审计管理员', body: 'administration', home: '/admin', place: null },
  'catalogue-editor': {
    name: '事项管理员',
    body: 'department',
    home: '/catalogue',
    place: 'department',
  },
  'catalogue-confirmer': {
    name: '事项审定人',
    body: 'approval-bureau',
    home: '/catalogue',
    place: 'approval-bureau',
  },
  'hall-manager': {
    name: '大厅管理员',
    body: 'approval-service-centre',
    home: '/hall',
    place: 'approval-service-centre',
  },
}

export function homeOf(role: Role): string {
  return role === 'law' ? '/' : POSTS[role].home
}

export function postNameOf(role: Role): string {
  return role === 'law' ? '依法自动' : POSTS[role].name
}
