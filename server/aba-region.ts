/** 阿坝藏族羌族自治州: the one region that an installation serves so far. */
export const ABA_REGION = 513_200
